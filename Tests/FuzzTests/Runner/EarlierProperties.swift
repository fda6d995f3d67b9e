import Reports
import Store

/// What holds for any bytes that are read as an earlier report or as a journal.
struct EarlierProperties {
  private let bytes: [UInt8]
  private let since: Since?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    do { since = try Since(json: bytes) } catch { since = nil }
  }

  var isReport: Bool { since != nil || Journal(bytes) != nil }

  /// A journal that is read is the journal that was written.
  func broken() -> [String] {
    guard let journal = Journal(bytes), journal.bytes != bytes,
      String(validating: bytes, as: UTF8.self) != nil
    else { return [] }
    return Journal(journal.bytes) == journal ? [] : ["a journal written again is another"]
  }

  private static let report = """
    {"schema":"rspmaint.diff/1","base":"b","head":"h","date":"2026-11-23","changes":[
    {"fingerprint":"0123456789abcdef","kind":"set","subject":{"kind":"standard","id":"x"},"field":"f"},
    {"fingerprint":"fedcba9876543210","kind":"add","subject":{"kind":"override","id":"o"},"field":null}],
    "consequences":[{"fingerprint":"00112233","sentence":"S."}]}
    """

  private static let journal =
    ["rspmaint-journal 1", "refs/heads/main"].map { $0 + "\0" }.joined()
    + String(repeating: "a", count: 40) + "\0" + String(repeating: "b", count: 40) + "\0" + "1\0\0"
    + String(repeating: "c", count: 40) + "\0" + "Portfolio/CHANGELOG.md\0"

  /// One of the two, with a few bytes changed.
  static func input(_ source: inout SplitMix64) -> (path: String, bytes: [UInt8]) {
    let isJournal = source.chance(40)
    let text = Array((isJournal ? journal : report).utf8)
    let inner = SplitMix64(seed: source.next())
    var mutation = ByteMutation(inner, splicing: text)
    return (
      isJournal ? "journal" : "earlier.json", source.chance(10) ? text : mutation.mutate(text)
    )
  }
}
