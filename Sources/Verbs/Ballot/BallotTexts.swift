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
          substance: proposal.substance(since: voted),
          inWords: proposal.substance(since: voted) { subject, field in
            snapshot.words(for: subject, field)
          }, answers: proposal.answers(to: entry.id)))
    }
    return changed
  }
}

extension Snapshot {
  /// Where a proposal changes something, as a reader calls it: "NAME: site deployment".
  fileprivate func words(for subject: SubjectID, _ field: String) -> String {
    let silent = ["assessment", "regions"]
    let steps = FieldPath(field).steps.filter { step in
      !silent.contains { $0.hasSameBytes(as: step) }
    }
    let place = steps.map { $0.replacing("-", with: " ") }.listed
    func name(_ id: Identifier) -> String { portfolio?.name(of: id) ?? id.text }
    switch subject.kind {
    case .standard: return "\(name(subject.id)): \(place)"
    case .override:
      let about = portfolio?.overrides[subject.id]?.phrase(ofStandards: name)
      return "ledger entry \(subject.id)\(about.map { ", for \($0)" } ?? ""): \(place)"
    case .useCase, .criteria, .member, .body, .portfolio: return "\(subject.id): \(place)"
    }
  }
}
