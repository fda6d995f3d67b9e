import Diagnostics
import Git
import PortfolioModel
import Records
import Store

extension Replay {
  /// Puts together what the branch is to be.
  ///
  /// - Throws: `Refusal` with all that is in the way.
  mutating func run(in workspace: borrowing Workspace) throws(Refusal) {
    if ground.work.footing == .ahead || ground.work.ground == ground.theirs {
      tip = ground.ours
      tree = try workspace.commit(tip).tree
    } else {
      if ground.work.footing == .beside { try mergeGround(in: workspace) }
      if try !isShared(in: workspace) { try makeAgain(in: workspace) }
    }
    if let refusal = Refusal(all: obstacles) { throw refusal }
    try mendNumbers(in: workspace)
    try noteLapses(in: workspace)
  }

  /// Whether others shared all that own commits changed, as where these were squashed into one.
  private mutating func isShared(in workspace: borrowing Workspace) throws(Refusal) -> Bool {
    let commits = ground.work.replayed
    guard ground.work.footing == .shared, let last = commits.last else { return false }
    let before = try workspace.commit(ground.work.ground).tree
    let there = tree
    let isShared = try workspace.withRepository { repository in
      let changes = try repository.changes(from: before, to: last.tree)
      return try !changes.isEmpty
        && changes.allSatisfy {
          Replay.isSame(try repository.file(at: $0.path, inTree: there), $0.new)
        }
    }
    if isShared { report.known += commits.map(\.title) }
    return isShared
  }

  /// Says whose reviews lapse.
  private mutating func noteLapses(in workspace: borrowing Workspace) throws(Refusal) {
    guard !rewritten.isEmpty else { return }
    let snapshot = try workspace.snapshot(of: tip)
    for entry in snapshot.proposals {
      guard let before = rewritten[entry.folder]?.hex else { continue }
      let reviewers = entry.reviews.filter { $0.content == before }
        .map { $0.reviewer.name(in: snapshot.portfolio?.committee) }
      if !reviewers.isEmpty { report.lapsed.append((entry.number, reviewers)) }
    }
  }
}
