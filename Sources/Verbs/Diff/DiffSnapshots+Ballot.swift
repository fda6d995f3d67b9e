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
    let base = try snapshot.readable()
    guard let board = ProposalBoard(snapshot, today: surroundings.today, judging: []) else {
      throw snapshot.unreadable
    }
    let ground = ProposalGround(base, today: surroundings.today)
    var (before, after) = (ground, ground)
    var changed: [DiffInput.Covered] = []
    let items = ballot.compared
    for found in board.sorted(items.map(\.number)) {
      guard let now = found.proposal, let item = items.first(where: { $0.number == found.number })
      else { continue }
      var voted = now
      if !found.content.hasSameBytes(as: item.content) {
        voted = try workspace.text(of: item, folder: found.folder)
        changed.append(
          DiffInput.Covered(
            now, found.status, nil, isReady: false, sentence: "changed since the vote"))
      }
      before = before.following(ProposalJudgement(voted, on: before, isDraft: false))
      after = after.following(ProposalJudgement(now, on: after, isDraft: false))
    }
    let diff = PortfolioDiff(from: before.portfolio, to: after.portfolio)
    return input(
      "\(DiffInput.ballot)\(id)", "worktree", diff,
      Comparison(diff, from: before), changed)
  }
}
