package import Diagnostics
import Files
import Git
import PortfolioModel
package import Records

extension Workspace {
  /// The next proposal number: one above the highest in the worktree, in the repository's other
  /// worktrees, and on every local and remote-tracking branch. Where that exceeds the last possible
  /// number, it is the highest free one.
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

  /// The next number after the highest, or the highest free one: anyone may take the last number,
  /// and that must not stop the next proposal.
  package static func free(besides numbers: Set<Int>) -> Int {
    let next = (numbers.max() ?? 0) + 1
    guard next > Proposal.lastNumber else { return next }
    return (1...Proposal.lastNumber).last { !numbers.contains($0) } ?? next
  }

  /// The names in a folder of a worktree; empty where it is gone or is not a folder.
  static func names(in worktree: String, _ path: String) throws(Refusal) -> [String] {
    do {
      let folder = try Folder(worktree)
      guard try folder.kind(of: path) == .folder else { return [] }
      return try folder.entries(at: path).map(\.name)
    } catch {
      if error.isMissing { return [] }
      throw Refusal(error)
    }
  }

  /// The id of the commit that a proposal is written on; nil in a plain folder or before the first
  /// commit.
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
