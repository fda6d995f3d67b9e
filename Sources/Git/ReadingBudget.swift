/// How much one run reads of a repository: much more than a portfolio and its history need, and little
/// enough that what was made to keep a reader busy is refused in seconds.
///
/// Every object is charged by the header that says its size, before it is inflated: a few kB of a
/// repository can name one text a thousand times, or hold a thousand texts that are nearly the same.
/// Each commit that is read allows a little more, so that a long history can be read to its end, and
/// time grows with its commits alone.
final class ReadingBudget {
  /// Of all texts together, in bytes.
  static let text = 32 << 20
  static let textPerCommit = 32 << 10
  /// So many bytes that are only compared cost as much as one that is parsed.
  static let compared = 32
  /// Of all files and folders that are listed in trees, each time that they are.
  static let entries = 500_000
  static let entriesPerCommit = 4_000

  private var commits: Set<ObjectID> = []
  private var textsRead = 0
  private var entriesRead = 0

  /// Counts a commit; one that is read again allows nothing more.
  func visit(_ commit: ObjectID) { commits.insert(commit) }

  /// - Throws: `CallError` of kind `oversizedReading`.
  func charge(text bytes: Int) throws(CallError) {
    textsRead += bytes
    let most = ReadingBudget.text + commits.count * ReadingBudget.textPerCommit
    guard textsRead <= most else {
      throw CallError(.oversizedReading, "more than \(most >> 20) MiB of text")
    }
  }

  /// - Throws: `CallError` of kind `oversizedReading`.
  func charge(entries count: Int) throws(CallError) {
    entriesRead += count
    let most = ReadingBudget.entries + commits.count * ReadingBudget.entriesPerCommit
    guard entriesRead <= most else {
      throw CallError(.oversizedReading, "more than \(most) files and folders")
    }
  }
}
