package import Diagnostics
package import PortfolioModel
package import Records

extension Workspace {
  /// The files of a ballot that differ in the worktree from a snapshot, below the prefix.
  package func edited(
    ballot id: Identifier, since saved: Snapshot
  ) throws(Refusal) -> [String] {
    let start = Layout.ballotStart(id)
    let files = try filesOnDisk(below: [String(start.dropLast())])
    return saved.files.paths.filter { $0.hasPrefix(start) && files[$0] != saved.files[$0] }
      + files.paths.filter { saved.files[$0] == nil }
  }
}
