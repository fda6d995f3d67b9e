import Diagnostics
import PortfolioModel
import Records

/// A sealed file that came from another machine.
struct SealedFile {
  private let name: String
  private let content: [UInt8]
  private let entry: BallotEntry
  /// The body whose replies it holds; nil for a form as it came.
  private let body: Identifier?
  private let source: String

  var ballot: Identifier { entry.id }

  /// Whether it holds replies that everybody has by now.
  var isSettled: Bool { body != nil && entry.state != .voting }

  /// - Throws: `Refusal` where it belongs to no ballot that is here.
  init(
    _ file: (name: String, content: [UInt8]), _ snapshot: Snapshot, from source: String
  ) throws(Refusal) {
    (name, content) = file
    self.source = source
    let steps = file.name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isReplies = steps.count == 2 && steps[1].hasSuffix(".yml")
    body = isReplies ? Identifier(String(steps[1].dropLast(4))) : nil
    let isForm =
      steps.count == 3 && ["originals", "late"].contains(steps[1])
      && !["", ".", ".."].contains(steps[2])
    guard let id = steps.first.flatMap(Identifier.init), body != nil || isForm else {
      throw Refusal(
        .data, "\(source) holds '\(file.name)', which is neither a body's replies nor a form",
        help: ["take the seal from the other machine again"])
    }
    guard let entry = snapshot.ballot(id) else {
      throw Refusal(
        .refused, "\(source) is of ballot '\(id)', which is not here",
        help: ["\(run: .sync)"])
    }
    self.entry = entry
  }

  /// What is to be sealed here, together with what is here already.
  ///
  /// - Throws: `Refusal` where a reply is not one of the receipts, or another file is here.
  func merged(with known: [UInt8]?) throws(Refusal) -> [UInt8] {
    guard let body else {
      try SealedFile.refuseOther(known, than: content, called: name)
      return content
    }
    let round = entry.ballot?.round.number
    let receipts = entry.heldReceipts(of: body).filter { $0.round == round }
    let wanted = Set(receipts.map(\.digest))
    var replies = known.map(read) ?? []
    var digests = Set(replies.map { SealedReply.digest($0, of: body, to: entry.id) })
    for reply in read(content) {
      let digest = SealedReply.digest(reply, of: body, to: entry.id)
      guard wanted.contains(digest) else { continue }
      if digests.insert(digest).inserted { replies.append(reply) }
    }
    guard !receipts.isEmpty else {
      throw Refusal(
        .refused,
        "\(source) holds replies of '\(body)' to ballot '\(entry.id)', and no receipt of one is here",
        help: ["get the receipts that others shared: \(run: .sync)"])
    }
    let missing = receipts.filter { !digests.contains($0.digest) }
    guard missing.isEmpty else {
      let times = missing.map(\.phrase)
      throw Refusal(
        .refused,
        "neither \(source) nor this machine holds the \(missing.count == 1 ? "reply" : "replies") of "
          + "'\(body)' to ballot '\(entry.id)' that came on \(times.conjunction), as the "
          + "\(missing.count == 1 ? "receipt says" : "receipts say")",
        help: [
          "take the seal of the machine on which it was taken first",
          "if nobody has it any more: \(line: .ballot(.lost(entry.id.text, body: body.text)))",
        ])
    }
    return Array(BallotFiles.replies(replies).utf8)
  }

  /// Refuses where other bytes are sealed here under the same name.
  static func refuseOther(
    _ known: [UInt8]?, than content: [UInt8], called name: String
  ) throws(Refusal) {
    guard known == nil || known == content else {
      throw Refusal(
        .refused, "another '\(name)' is sealed here, and neither is written over the other",
        help: ["compare both, and remove the one that is wrong"])
    }
  }

  private func read(_ bytes: [UInt8]) -> [Reply] {
    RecordFile(bytes, path: name, schema: .replies).fields.map(Reply.all) ?? []
  }
}
