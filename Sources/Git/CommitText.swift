/// A commit's bytes, parsed as git parses them: only the tree and the parents have to be
/// well-formed.
struct CommitText {
  let head: CommitHead
  let authors: [SignatureLine]
  let committers: [SignatureLine]
  /// The message as git shows it: without leading blank lines, and up to the first zero byte.
  let message: String
  /// Whether it carries a signature, whatever that is worth.
  let isSigned: Bool
  /// See ``Commit/faults``.
  let faults: [String]

  /// Returns nil where git itself can't read the commit.
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    guard let head = CommitHead(&rest) else { return nil }
    var fields: [(name: String, value: ArraySlice<UInt8>)] = []
    while let line = CommitText.line(&rest), !line.isEmpty {
      // A line that starts with a space continues the line above.
      guard line.first != UInt8(ascii: " ") else { continue }
      let name = line.prefix { $0 != UInt8(ascii: " ") }
      let value = line.dropFirst(name.count + 1)
      fields.append((String(decoding: name, as: UTF8.self), value))
    }
    self.head = head
    isSigned = fields.contains { $0.name == "gpgsig" }
    let authors = fields.filter { $0.name == "author" }.map { SignatureLine($0.value) }
    let committers = fields.filter { $0.name == "committer" }.map { SignatureLine($0.value) }
    (self.authors, self.committers) = (authors, committers)
    message = String(
      decoding: rest.drop { $0 == UInt8(ascii: "\n") }.prefix { $0 != 0 }, as: UTF8.self)
    var faults: [String] = []
    if !fields.prefix(2).map(\.name).elementsEqual(["author", "committer"]) {
      faults.append("its author and committer lines do not follow its parents")
    }
    if authors.count > 1 { faults.append("it has \(authors.count) author lines") }
    if committers.count > 1 { faults.append("it has \(committers.count) committer lines") }
    faults += authors.compactMap(\.fault).map { "its author line \($0)" }
    faults += committers.compactMap(\.fault).map { "its committer line \($0)" }
    if bytes.contains(0) {
      faults.append("it holds a zero byte, and git shows nothing after it")
    }
    let encodings = fields.filter { $0.name == "encoding" }
      .map { String(decoding: $0.value, as: UTF8.self) }
    faults += encodings.filter { !CommitText.keepsASCII($0) }
      .map { "its encoding is '\($0)', in which its text may read differently" }
    self.faults = faults
  }

  /// Removes the first line of some bytes; returns nil where nothing is left.
  static func line(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    let line = rest.prefix { $0 != UInt8(ascii: "\n") }
    rest = rest.dropFirst(line.count + 1)
    return line
  }

  /// Whether an encoding keeps ASCII at its usual bytes, so that trailers and addresses read the
  /// same after git has converted the message.
  private static func keepsASCII(_ encoding: String) -> Bool {
    let name = String(
      decoding: encoding.utf8.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
    return ["utf-8", "utf8", "us-ascii", "ascii", "koi8-r", "koi8-u", "euc-jp", "euc-kr", "gb2312"]
      .contains(name)
      || ["iso-8859-", "iso8859-", "iso_8859-", "latin", "windows-125", "cp125"]
        .contains { name.hasPrefix($0) }
  }
}
