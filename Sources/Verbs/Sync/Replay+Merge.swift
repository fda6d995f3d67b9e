import Diagnostics
import Git
import PortfolioModel
import Records
import Store

/// Merging what is not made again: commits of others, and the user's own merges.
extension Replay {
  /// Merges the ground into the shared tip, which stays the first parent.
  ///
  /// - Throws: `Refusal` that names the commits where the merge could not be proved (design section 8).
  mutating func mergeGround(in workspace: borrowing Workspace) throws(Refusal) {
    let bases = ground.lineage.bases(of: ground.theirs, ground.work.ground)
    guard bases.count == 1, let base = bases.first else { throw unmergeable(bases.count) }
    let baseTree = try workspace.commit(base).tree
    let (theirs, ours) = try numberedSides(since: baseTree, in: workspace)
    let changed = try workspace.withRepository { repository in
      (
        ours: try repository.changes(from: baseTree, to: ours.tree),
        theirs: try repository.changes(from: baseTree, to: theirs.tree)
      )
    }
    let portfolio = workspace.prefix + Layout.portfolioStart
    func touches(_ changes: [TreeChange]) -> [TreeChange] {
      changes.filter { $0.path.utf8.starts(with: portfolio.utf8) }
    }
    if !touches(changed.ours).isEmpty, !touches(changed.theirs).isEmpty,
      touches(changed.ours) != touches(changed.theirs)
    {
      throw try dishonest(in: workspace)
    }
    let there = Dictionary(changed.theirs.map { ($0.path, $0) }) { first, _ in first }
    var placed: [(path: String, file: TreeFile?)] = []
    var conflicts: [Refusal] = []
    for change in changed.ours {
      if let other = there[change.path] {
        if Replay.isSame(other.new, change.new) { continue }
        let own = try ground.hand(at: change.path, among: ground.work.kept, in: workspace)
        conflicts.append(try ground.editedTwice(change.path, by: own, in: workspace))
      } else {
        placed.append((change.path, change.new))
      }
    }
    if let refusal = Refusal(all: conflicts) { throw refusal }
    (tip, tree) = theirs
    let merged =
      placed.isEmpty
      ? theirs.tree
      : try workspace.withRepository { try $0.writeTree(base: theirs.tree, placing: placed) }
    for id in ground.work.kept { report.merged.append(try workspace.commit(id).inWords) }
    try commit(
      merged, parents: [theirs.tip, ours.tip], author: author.signature,
      "Merge \(ground.work.kept.count.counted("unshared commit")) into \(report.shared.branch)\n",
      in: workspace)
  }

  private func unmergeable(_ bases: Int) -> Refusal {
    Refusal(
      .refused,
      bases == 0
        ? "the branch here and \(report.shared.name) share no commit"
        : "the branch here and \(report.shared.name) were merged into each other both ways, and what "
          + "each changed can't be told",
      help: ["make a new clone, and propose there what is missing"])
  }

  private func dishonest(in workspace: borrowing Workspace) throws(Refusal) -> Refusal {
    var named: [String] = []
    let path = workspace.prefix + Layout.portfolioFolder
    for id in ground.work.kept {
      let commit = try workspace.commit(id)
      let before = try commit.parents.first.map { parent throws(Refusal) in
        try workspace.commit(parent).tree
      }
      let changes = try workspace.changes(from: before, to: commit.tree, at: path)
      if !changes.isEmpty { named.append(commit.inWords) }
    }
    return Refusal(
      .refused,
      "the portfolio was changed both here and in the shared repository, by commits that you did not "
        + "make alone, so that nobody could prove a merge; nothing was changed:",
      details: named,
      help: [
        "let those who made them sync from their own clones",
        "or make a new clone, and accept the proposals again there: \(run: .commit(nil))",
      ])
  }
}
