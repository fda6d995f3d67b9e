/// The tool's own trailers in a commit's message: `RSP-…` and `Reviewed-by`, in its last paragraph.
package struct AuditTrailers: Hashable, Sendable {
  /// The numbers after `RSP-Proposal: ` in the last paragraph.
  package let proposals: [Int]
  /// The ids after `RSP-Ballot: `, below the proposal's line.
  package let ballots: [String]
  /// The ids after `RSP-Edition: `.
  package let editions: [String]
  /// The numbers after `RSP-Correction: `.
  package let corrections: [Int]
  /// The people after `Reviewed-by: `, in their order.
  package let reviewers: [String]
  /// Whether every reviewer's line is below the proposal's.
  package let isInOrder: Bool
  /// Lines that look like one of the trailers but aren't, or are above the last paragraph; and
  /// other lines among the trailers.
  package let strays: [String]
  package init(_ message: String) {
    let lines = message.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    func isBlank(_ line: String) -> Bool {
      line.utf8.allSatisfy { $0 == 32 || (9...13).contains($0) }
    }
    let end = (lines.lastIndex { !isBlank($0) } ?? -1) + 1
    // The title's paragraph holds no trailers, even where it is the last.
    let start = lines[..<end].lastIndex(where: isBlank).map { $0 + 1 } ?? end
    var proposals: [Int] = []
    var reviewers: [String] = []
    var ballots: [String] = []
    var editions: [String] = []
    var corrections: [Int] = []
    var isInOrder = true
    var strays = lines[..<start].filter { AuditTrailers.key($0) != nil }
    var isOpen = false
    var others: [String] = []
    for line in lines[start..<end] {
      // A line that starts with a space continues the trailer above.
      let continues = line.hasPrefix(" ") || line.hasPrefix("\t")
      let key = AuditTrailers.key(line)
      if let number = AuditTrailers.number(line, "RSP-Correction: ") {
        corrections.append(number)
      } else if let edition = AuditTrailers.id(line, "RSP-Edition: ") {
        editions.append(edition)
      } else if let number = AuditTrailers.number(line, "RSP-Proposal: ") {
        isInOrder = isInOrder && reviewers.isEmpty
        proposals.append(number)
      } else if let ballot = AuditTrailers.id(line, "RSP-Ballot: ") {
        isInOrder = isInOrder && reviewers.isEmpty && !proposals.isEmpty
        ballots.append(ballot)
      } else if line.hasPrefix(AuditTrailers.reviewed) {
        isInOrder = isInOrder && !proposals.isEmpty
        reviewers.append(String(line.dropFirst(AuditTrailers.reviewed.count)))
      } else if key != nil || (continues && isOpen) {
        strays.append(line)
      } else if !continues, !AuditTrailers.isTrailer(line) {
        others.append(line)
      }
      isOpen = key != nil || (continues && isOpen)
    }
    self.proposals = proposals
    self.ballots = ballots
    self.editions = editions
    self.corrections = corrections
    self.reviewers = reviewers
    self.isInOrder = isInOrder
    // Git reads no trailers in a paragraph that also holds other lines.
    let isFree =
      proposals.isEmpty && reviewers.isEmpty && ballots.isEmpty && editions.isEmpty
      && corrections.isEmpty
    self.strays = strays + (isFree ? [] : others)
  }

  private static let reviewed = "Reviewed-by: "

  /// The one proposal that the message names, or nil.
  package var proposal: Int? { proposals.count == 1 ? proposals.first : nil }

  /// The number in a line that is exactly the trailer, or nil.
  private static func number(_ line: String, _ head: String) -> Int? {
    guard line.hasPrefix(head), let number = Int(line.dropFirst(head.count)), number > 0,
      line.hasSameBytes(as: head + String(number))
    else { return nil }
    return number
  }

  /// The id in a line that is exactly the trailer, or nil.
  private static func id(_ line: String, _ head: String) -> String? {
    guard line.hasPrefix(head), let id = Identifier(String(line.dropFirst(head.count))) else {
      return nil
    }
    return id.text
  }

  /// Whether git takes a line for a trailer: a token, a colon and a value.
  private static func isTrailer(_ line: String) -> Bool {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let token = line.utf8[..<colon]
    return !token.isEmpty
      && token.allSatisfy { byte in
        byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      }
  }

  /// Whether a line could pass for one of the tool's trailers.
  package static func looksLikeTrailer(_ line: String) -> Bool { key(line) != nil }

  /// Whether a line could pass for a trailer that this tool alone writes; a review is also named by
  /// others.
  package static func isOwn(_ line: String) -> Bool { key(line)?.hasPrefix("rsp-") ?? false }

  /// The key, in lower case, of a line that git or a reader could take for one of the trailers.
  private static func key(_ line: String) -> String? {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    var key = String(line[..<colon]).asciiLowercased
    while key.hasSuffix(" ") || key.hasSuffix("\t") { key.removeLast() }
    return key.hasPrefix("rsp-") || key.hasSameBytes(as: "reviewed-by") ? key : nil
  }
}
