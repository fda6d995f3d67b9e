import Diagnostics
import Git
import PortfolioModel
import Records
import Store

extension Workspace {
  /// The text of a proposal with a content id, as some commit held it.
  borrowing func text(
    of item: Ballot.Item, folder: String
  ) throws(Refusal) -> Proposal {
    guard let id = ObjectID(hex: item.content), let bytes = try text(id),
      let proposal = Proposal(text: bytes, number: item.number, folder: folder)
    else {
      throw Refusal(
        .data, "the text of proposal \(item.label) that was voted on can't be read",
        help: ["it is the blob \(item.content)"])
    }
    return proposal
  }

  /// The proposals of a ballot whose texts are other ones than some.
  borrowing func changed(
    _ items: [Ballot.Item], of entry: BallotEntry, in snapshot: Snapshot
  ) throws(Refusal) -> [ChangedItem] {
    var changed: [ChangedItem] = []
    for item in items {
      guard let found = snapshot.proposal(item.number), let proposal = found.proposal,
        !found.content.hasSameBytes(as: item.content)
      else { continue }
      let voted = try text(of: item, folder: found.folder)
      changed.append(
        ChangedItem(
          item.number, from: item.content, to: found.content,
          substance: proposal.substance(since: voted), answers: proposal.answers(to: entry.id)))
    }
    return changed
  }
}
