import Files
import Git
import PortfolioModel

extension Workspace {
  /// One above the highest number in the worktree, in the repository's other worktrees, and on every
  /// local and remote-tracking branch.
  func nextNumber(_ snapshot: Snapshot) throws(Refusal) -> Int {
    var highest = snapshot.proposals.map(\.number).max() ?? 0
    guard isInRepository else { return highest + 1 }
    let path = prefix + Layout.proposalsFolder
    let (committed, worktrees) = try withRepository { repository in
      (
        try repository.branchTips().flatMap { tip in
          try repository.entryNames(ofCommit: tip.commit, at: path)
        }, try repository.otherWorktrees()
      )
    }
    var names = committed
    for worktree in worktrees { names += try Workspace.names(in: worktree, path) }
    for name in names { highest = max(highest, Proposal.number(ofFolder: name) ?? 0) }
    return highest + 1
  }

  /// The names in a folder of another worktree; none where it is gone, or no folder.
  private static func names(in worktree: String, _ path: String) throws(Refusal) -> [String] {
    do {
      let folder = try Folder(worktree)
      guard try folder.kind(of: path) == .folder else { return [] }
      return try folder.entries(at: path).map(\.name)
    } catch {
      if error.isMissing { return [] }
      throw Refusal(error)
    }
  }

  /// The commit that a proposal is written on, or nil without one.
  func baseID() throws(Refusal) -> String? {
    guard isInRepository else { return nil }
    return try withRepository { repository in
      switch try repository.head() {
      case .branch(_, let id), .detached(let id): id.hex
      case .unborn: nil
      }
    }
  }
}
