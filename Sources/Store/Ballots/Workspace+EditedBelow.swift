package import Diagnostics
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
