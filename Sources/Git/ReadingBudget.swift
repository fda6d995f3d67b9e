/// How much one run reads from a repository: much more than a portfolio and its history need, but
/// little enough that a repository made to keep a reader busy is refused within seconds.
///
/// Every object is charged by the size in its header before it is inflated: a repository of a few
/// kB can name one text a thousand times, or hold a thousand texts that are nearly the same. Each
/// commit that is read raises the budget a little, so that a long history can be read to its end.
final class ReadingBudget {
  /// The limit for all texts together, in bytes.
  static let text = 32 << 20
  static let textPerCommit = 32 << 10
  /// How many bytes that are only compared cost as much as one that is parsed.
  static let compared = 32
  /// The limit for files and folders listed in trees; each listing counts.
  static let entries = 650_000
  static let entriesPerCommit = 4_000

  private var commits: Set<ObjectID> = []
  private var textsRead = 0
  private var entriesRead = 0

  /// Counts a commit; reading it again doesn't raise the budget again.
  func visit(_ commit: ObjectID) { commits.insert(commit) }

  /// - Throws: `CallError` of kind `oversizedReading`.
  func charge(text bytes: Int) throws(CallError) {
    textsRead += bytes
    let most = ReadingBudget.text + commits.count * ReadingBudget.textPerCommit
    guard textsRead <= most else {
      throw CallError(.oversizedReading, "more than \(most >> 20) MiB of text")
    }
  }

  /// Gives back a part of what was charged for texts.
  func refund(text bytes: Int) { textsRead -= bytes }

  /// - Throws: `CallError` of kind `oversizedReading`.
  func charge(entries count: Int) throws(CallError) {
    entriesRead += count
    let most = ReadingBudget.entries + commits.count * ReadingBudget.entriesPerCommit
    guard entriesRead <= most else {
      throw CallError(.oversizedReading, "more than \(most) files and folders")
    }
  }
}
