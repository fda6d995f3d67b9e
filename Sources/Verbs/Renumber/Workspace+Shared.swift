import Diagnostics
import Git
import Store

extension Workspace {
  /// Tells which commits are on a branch of a shared repository, as it was last seen.
  func sharedCommits() throws(Refusal) -> (ObjectID) -> Bool {
    guard isInRepository, let tip = try baseID().flatMap({ ObjectID(hex: $0) }) else {
      return { _ in false }
    }
    return try withRepository { repository in
      let tips = try repository.tips(matching: "refs/remotes/*").map(\.commit)
      let lineage = try repository.lineage(of: [tip] + tips)
      return { lineage.leads(from: tips, to: $0) }
    }
  }
}
