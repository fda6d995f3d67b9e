package import Diagnostics
import Git
package import Records

extension Workspace {
  /// The files of a folder that differ in the worktree from a snapshot, below the prefix.
  ///
  /// - Parameter start: The start of their paths, which is the folder's with its slash.
  package func edited(
    below start: String, since saved: Snapshot
  ) throws(Refusal) -> [String] {
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
