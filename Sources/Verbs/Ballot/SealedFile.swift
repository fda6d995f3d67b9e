import Diagnostics
import PortfolioModel
import Records

/// A sealed file that came from another machine.
struct SealedFile {
  private let name: String
  private let content: [UInt8]
  private let entry: BallotEntry
  /// The body whose replies it holds; nil for another file.
  private let body: Identifier?
  private let source: String

  /// - Throws: `Refusal` where it belongs to no ballot here that is voted on.
  init(
    _ file: (name: String, content: [UInt8]), _ snapshot: Snapshot, from source: String
  ) throws(Refusal) {
    (name, content) = file
    self.source = source
    let steps = file.name.split(separator: "/").map(String.init)
    guard steps.count > 1, let id = Identifier(steps[0]) else {
      throw Refusal(.data, "\(source) holds '\(file.name)', which is of no ballot")
    }
    guard let entry = snapshot.ballot(id) else {
      throw Refusal(
        .refused, "\(source) is of ballot '\(id)', which is not here",
        help: ["\(run: .sync)"])
    }
    try entry.refuse(unless: .voting)
    self.entry = entry
    let isReplies = steps.count == 2 && steps[1].hasSuffix(".yml")
    body = isReplies ? Identifier(String(steps[1].dropLast(4))) : nil
  }

  /// What is to be sealed here, together with what is here already.
  ///
  /// - Throws: `Refusal` where a reply is not one of the receipts, or another file is here.
  func merged(with known: [UInt8]?) throws(Refusal) -> [UInt8]? {
    guard let body else {
      guard known == nil || known == content else {
        throw Refusal(
          .refused, "another '\(name)' is sealed here, and neither is written over the other",
          help: ["compare both, and remove the one that is wrong"])
      }
      return content
    }
    let round = entry.ballot?.round.number
    let receipts = Set((entry.receipts[body] ?? []).filter { $0.round == round }.map(\.digest))
    var replies = known.map(read) ?? []
    var digests = Set(replies.map { SealedReply.digest($0, of: body, to: entry.id) })
    for reply in read(content) {
      let digest = SealedReply.digest(reply, of: body, to: entry.id)
      guard receipts.contains(digest) else { continue }
      if digests.insert(digest).inserted { replies.append(reply) }
    }
    guard !receipts.isEmpty, receipts.isSubset(of: digests) else {
      throw Refusal(
        .refused,
        "\(source) holds not all replies of '\(body)' to ballot '\(entry.id)' as its receipts say",
        help: ["if a receipt is not here yet: \(run: .sync)"])
    }
    return Array(BallotFiles.replies(replies).utf8)
  }

  private func read(_ bytes: [UInt8]) -> [Reply] {
    RecordFile(bytes, path: name, schema: .replies).fields.map(Reply.all) ?? []
  }
}
