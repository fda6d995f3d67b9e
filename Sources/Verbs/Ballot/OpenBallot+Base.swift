import Diagnostics
import Git
import PortfolioModel
import Records
import Store

extension OpenBallot {
  /// The commit that the ballot names as its base: the last one, or an earlier one that holds the
  /// proposals with the very same texts and on which they are valid.
  func base(
    of items: [Ballot.Item], _ tip: ObjectID, in workspace: borrowing Workspace
  ) throws(Refusal) -> ObjectID {
    guard let name = request.base else { return tip }
    let base = try workspace.commit(named: name)
    guard try workspace.lineage(of: [tip], from: base).leads(from: [tip], to: base) else {
      throw Refusal(
        .refused, "'\(name)' is not in the history of the last commit",
        help: ["name a commit before it"])
    }
    let snapshot = try workspace.snapshot(of: base)
    guard let board = ProposalBoard(snapshot, today: surroundings.today) else {
      throw snapshot.unreadable
    }
    var obstacles: [Refusal] = []
    for item in items {
      let entry = snapshot.proposal(item.number)
      guard entry?.content.hasSameBytes(as: item.content) == true, entry?.status == .open else {
        obstacles.append(
          Refusal(
            .refused, "proposal \(item.label) was not open with this text at '\(name)'",
            help: ["name a later commit, or leave it out"]))
        continue
      }
      obstacles += (board.judgements[item.number]?.findings ?? []).filter {
        $0.severity == .error
      }.map {
        Refusal(
          .refused, "proposal \(item.label) at '\(name)': \($0.message) [\($0.rule.rawValue)]",
          help: $0.help)
      }
    }
    if let refusal = Refusal(all: obstacles) { throw refusal }
    return base
  }
}
