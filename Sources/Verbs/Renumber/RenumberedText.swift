import PortfolioModel
import Records

/// Texts that name proposals whose numbers changed.
enum RenumberedText {
  /// A proposal's text with other numbers under `after`; nil where it names none of them.
  static func proposal(_ bytes: [UInt8], _ numbers: [Int: Int]) -> [UInt8]? {
    guard !numbers.isEmpty,
      var fields = RecordFile(bytes, path: "", schema: .proposal).fields
    else { return nil }
    let after = fields.lines("after")
    let renumbered = after.map { line in
      Int(line).flatMap { numbers[$0] }.map(String.init) ?? line
    }
    guard after != renumbered else { return nil }
    fields["after"] = .lines(renumbered)
    return Array(ProposalFiles.proposal(fields).utf8)
  }

  /// A commit's message with other labels, `0003` in place of `0002`.
  static func message(_ text: String, _ numbers: [Int: Int]) -> String {
    var labels: [[UInt8]: [UInt8]] = [:]
    for (old, new) in numbers {
      labels[Array(Proposal.label(old).utf8)] = Array(Proposal.label(new).utf8)
    }
    var result: [UInt8] = []
    var word: [UInt8] = []
    for byte in Array(text.utf8) + [0] {
      if isWordPart(byte) {
        word.append(byte)
        continue
      }
      result += labels[word] ?? word
      word = []
      result.append(byte)
    }
    return String(decoding: result.dropLast(), as: UTF8.self)
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }
}
