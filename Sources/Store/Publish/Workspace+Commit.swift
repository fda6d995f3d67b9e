package import Diagnostics
import Files
package import Git
import PortfolioModel
import Records

extension Workspace {
  /// The branch that HEAD is on and its tip.
  ///
  /// - Throws: `Refusal` on a detached HEAD or a branch without a commit.
  package func branch() throws(Refusal) -> (name: String, tip: ObjectID) {
    guard root != nil else {
      throw Refusal(RepositoryProblem(.bare))
    }
    return try withRepository { repository in
      switch try repository.head() {
      case .branch(let name, let tip): return (name, tip)
      case .unborn: throw RepositoryProblem(.unbornBranch)
      case .detached: throw RepositoryProblem(.detached)
      }
    }
  }

  /// Refuses where a path that is to be written differs from the tip, in the index or the worktree.
  package func refuseTouched(_ paths: [String], tip: ObjectID) throws(Refusal) {
    try refuseLinks(paths)
    let dirty = try withRepository { repository -> [PathState] in
      let tree = try repository.commit(tip).tree
      return try repository.states(of: paths, againstTree: tree).filter { !$0.isClean }
    }
    guard !dirty.isEmpty else { return }
    let lines = dirty.map { state in
      let what =
        state.isConflicted
        ? "is in conflict" : state.index != state.tree ? "has staged changes" : "is modified"
      return "\(state.path) \(what)"
    }
    throw Refusal(
      .refused,
      "the commit would overwrite files that you have changed:", details: lines,
      help: helpForTouched(dirty.map(\.path)))
  }

  /// What to do with edited files: those of proposals are saved, records become a proposal.
  private func helpForTouched(_ paths: [String]) -> [Hint] {
    let start = prefix + Layout.proposalsStart
    let isBelow = paths.map { $0.utf8.starts(with: start.utf8) }
    return (isBelow.contains(true) ? ["save them first: \(run: .save(nil))"] : [])
      + (isBelow.contains(false)
        ? [
          "make them a proposal: \(run: .propose(.fromWorktree))",
          "or put them aside: \(gitLine: .stash(paths), in: elsewhereTop)",
        ] : [])
  }

  /// Refuses where it is already known that nothing can be committed, before anything is written.
  package func refuseUncommittable(_ surroundings: Surroundings) throws(Refusal) {
    let (name, tip) = try branch()
    try refuseUnfinished()
    _ = try identity(.author, surroundings)
    _ = try committer(surroundings)
    _ = try commitSigner(surroundings)
    try refuseAttributes([])
    try awaitGitLocks(surroundings, branch: name)
    // Reading the index reports an index that can't be read.
    try withRepository { repository in
      _ = try repository.states(
        of: [prefix + Layout.portfolioFile], againstTree: try repository.commit(tip).tree)
    }
  }
}
