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

  /// Refuses where a path that is to be written differs from the tip in index or worktree.
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
      "the commit would touch files with changes of yours:", details: lines,
      help: [
        "make them a proposal: \(run: .propose(.fromWorktree))",
        "or put them aside: \(gitLine: .stash(dirty.map(\.path)), in: elsewhereTop)",
      ])
  }

  /// Refuses where nothing can be committed, as far as that is known before there is anything to
  /// commit: so that `--commit` writes no files that it then leaves uncommitted.
  package func refuseUncommittable(_ surroundings: Surroundings) throws(Refusal) {
    let (name, tip) = try branch()
    try refuseUnfinished()
    _ = try identity(.author, surroundings)
    _ = try committer(surroundings)
    _ = try commitSigner(surroundings)
    try refuseAttributes([])
    try awaitGitLocks(surroundings, branch: name)
    // An index that can't be read is told of by reading it.
    try withRepository { repository in
      _ = try repository.states(
        of: [prefix + Layout.portfolioFile], againstTree: try repository.commit(tip).tree)
    }
  }
}
