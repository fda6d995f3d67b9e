import Diagnostics
import PortfolioModel
import Records
import Reports
import Store

extension DiffSnapshots {
  /// What has become of a ballot's proposals since they were voted on: the worktree with the texts
  /// that were voted on, against the worktree with those of now.
  func balloted(
    _ id: Identifier, _ workspace: borrowing Workspace
  ) throws(Refusal) -> DiffInput {
    let snapshot = try workspace.snapshot(.worktree)
    guard let entry = snapshot.ballot(id) else { throw snapshot.absence(ofBallot: id) }
    guard entry.state != .closed, let ballot = entry.ballot else {
      throw Refusal(
        .refused, "ballot '\(id)' is closed, and nothing of it changes any more",
        help: ["\(run: .ballot(.show(id.text))) tells its story"])
    }
    return try changed(
      id, ballot.compared, among: ballot.items.map(\.number), in: snapshot, "worktree", workspace)
  }

  /// A snapshot with the texts that were voted on, against the same with those that it holds.
  ///
  /// - Parameter voted: All proposals of the ballot as they were voted on.
  /// - Parameter numbers: Those whose changes are meant; the others stand as they are on both sides.
  func changed(
    _ id: Identifier, _ voted: [Ballot.Item], among numbers: [Int], in snapshot: Snapshot,
    _ label: String, _ workspace: borrowing Workspace
  ) throws(Refusal) -> DiffInput {
    let base = try snapshot.readable()
    guard let board = ProposalBoard(snapshot, today: surroundings.today, judging: []) else {
      throw snapshot.unreadable
    }
    let ground = ProposalGround(base, today: surroundings.today)
    var (before, after) = (ground, ground)
    var changed: [DiffInput.Covered] = []
    for found in board.sorted(voted.map(\.number)) {
      guard let now = found.proposal, let item = voted.first(where: { $0.number == found.number })
      else { continue }
      var text = now
      if numbers.contains(found.number), !found.content.hasSameBytes(as: item.content) {
        text = try workspace.text(of: item, folder: found.folder)
        changed.append(
          DiffInput.Covered(
            now, found.status, nil, isReady: false, sentence: "changed since the vote"))
      }
      before = before.following(ProposalJudgement(text, on: before, isDraft: false))
      after = after.following(ProposalJudgement(now, on: after, isDraft: false))
    }
    let diff = PortfolioDiff(from: before.portfolio, to: after.portfolio)
    return input(
      "\(DiffInput.ballot)\(id)", label, diff, Comparison(diff, from: before), changed)
  }
}
