package import Diagnostics
import Files
import Git
import PortfolioModel
package import Records

extension Workspace {
  /// One above the highest number in the worktree, in the repository's other worktrees, and on every
  /// local and remote-tracking branch; where that is beyond the last, the highest that is free.
  package func nextNumber(_ snapshot: Snapshot) throws(Refusal) -> Int {
    Workspace.free(besides: try knownNumbers(snapshot))
  }

  /// Every number that a proposal has in the worktree, in the repository's other worktrees, and on any
  /// local or remote-tracking branch.
  package func knownNumbers(_ snapshot: Snapshot) throws(Refusal) -> Set<Int> {
    var numbers = Set(snapshot.proposals.map(\.number))
    guard isInRepository else { return numbers }
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
    numbers.formUnion(names.compactMap(Proposal.number(ofFolder:)))
    return numbers
  }

  /// The number for another proposal: 999999, which anyone can give, keeps nobody from the next one.
  package static func free(besides numbers: Set<Int>) -> Int {
    let next = (numbers.max() ?? 0) + 1
    guard next > Proposal.lastNumber else { return next }
    return (1...Proposal.lastNumber).last { !numbers.contains($0) } ?? next
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
  package func baseID() throws(Refusal) -> String? {
    guard isInRepository else { return nil }
    return try withRepository { repository in
      switch try repository.head() {
      case .branch(_, let id), .detached(let id): id.hex
      case .unborn: nil
      }
    }
  }
}
