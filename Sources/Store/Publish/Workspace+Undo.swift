package import Diagnostics
package import Git
import PortfolioModel

extension Workspace {
  /// Takes back the last commit of a branch: the branch goes back to its parent, and the files of
  /// the commit to what they were. If the run is killed meanwhile, the next one finishes it.
  ///
  /// Returns the paths whose files were kept because someone had changed them meanwhile.
  ///
  /// - Parameter paths: Those of the files that the commit changed, from the repository's root.
  package func takeBack(
    _ commit: Commit, of branch: String, to parent: ObjectID, _ paths: [String],
    by committer: Identity, message: String, _ surroundings: Surroundings
  ) throws(Refusal) -> [String] {
    let journal = try withRepository {
      try Journal(branch, from: commit.id, to: parent, paths: paths, in: $0)
    }
    return try advance(
      journal, UnreferencedObjects(), by: committer, message: "undo: \(message)", surroundings)
  }

  /// Whether a journal tells of a commit that is taken back.
  func takesBack(_ journal: Journal) -> Bool {
    do {
      return try withRepository { try $0.commit(journal.old).parents.first } == journal.new
    } catch {
      return false
    }
  }

  /// The remote-tracking branches that hold a commit, such as `origin/main`.
  package func sharers(of commit: ObjectID) throws(Refusal) -> [String] {
    let start = "refs/remotes/"
    return try withRepository { repository in
      let tips = try repository.tips(matching: start + "*")
      let lineage = try repository.lineage(of: tips.map(\.commit), from: commit)
      return tips.filter { lineage.leads(from: [$0.commit], to: commit) }
        .map { $0.name.rest(after: start) }
    }
  }

  /// The files among some paths that differ from a tip, in the index or the worktree.
  package func edited(_ paths: [String], since tip: ObjectID) throws(Refusal) -> [String] {
    try withRepository { repository in
      let tree = try repository.commit(tip).tree
      return try repository.states(of: paths, againstTree: tree).filter { !$0.isClean }.map(\.path)
    }
  }

  /// The files that a commit changed since its first parent.
  package func changes(
    of commit: Commit, since parent: ObjectID
  ) throws(Refusal) -> [TreeChange] {
    try withRepository { repository in
      try repository.changes(from: try repository.commit(parent).tree, to: commit.tree)
    }
  }
}
