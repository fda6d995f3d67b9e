package import Diagnostics
import Git
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

extension Workspace {
  /// Whether the last commit or the worktree holds a file.
  ///
  /// - Parameter path: Below the prefix.
  package func holds(fileAt path: String) throws(Refusal) -> Bool {
    let (_, tip) = try branch()
    if try entry(at: prefix + path, ofTree: try commit(tip).tree) != nil { return true }
    return isAtRoot(path)
  }
}
