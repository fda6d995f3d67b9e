import Git
import PortfolioModel

extension Workspace {
  /// One above the highest number in the worktree and on every local and remote-tracking branch.
  func nextNumber(_ snapshot: Snapshot) throws(Refusal) -> Int {
    var highest = snapshot.proposals.map(\.number).max() ?? 0
    guard isInRepository else { return highest + 1 }
    let path = prefix + Layout.proposalsFolder
    let names = try withRepository { repository in
      try repository.branchTips().flatMap { tip in
        try repository.entryNames(ofCommit: tip.commit, at: path)
      }
    }
    for name in names { highest = max(highest, Proposal.number(ofFolder: name) ?? 0) }
    return highest + 1
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
