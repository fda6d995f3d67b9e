package import Diagnostics
package import Records

extension Workspace {
  /// Whether the worktree holds some proposals as other files do; only their folders are read.
  ///
  /// - Parameter folders: The names of the proposals' folders.
  package func holds(
    proposals folders: [String], as files: PortfolioFiles
  ) throws(Refusal) -> Bool {
    guard root != nil else { return false }
    let own = try filesOnDisk(below: folders.map(Layout.proposalFolder))
    return folders.allSatisfy {
      files.changes(to: own, startingWith: Layout.proposalStart($0)).isEmpty
    }
  }
}
