package import Diagnostics
package import Git
import PortfolioModel
package import Records

extension Workspace {
  /// What a snapshot is read from.
  package enum SnapshotSource: Sendable, Hashable {
    case worktree
    /// Anything that names a commit.
    case revision(String)
  }

  /// Reads the portfolio from a source; a bare repository's worktree is its HEAD.
  ///
  /// `earlier`: a snapshot that most likely holds the same files.
  package func snapshot(
    _ source: SnapshotSource, after earlier: Snapshot? = nil
  ) throws(Refusal) -> Snapshot {
    switch source {
    case .worktree where root == nil: return try snapshot(.revision("HEAD"), after: earlier)
    case .worktree: return Snapshot(reading: try filesOnDisk(), after: earlier)
    case .revision(let name):
      return try snapshot(of: try commit(named: name), named: name, after: earlier)
    }
  }

  /// Reads the portfolio at a commit, which is called by its id or by a name.
  ///
  /// - Throws: `Refusal` where there is none.
  package func snapshot(
    of commit: ObjectID, named name: String? = nil, after earlier: Snapshot? = nil
  ) throws(Refusal) -> Snapshot {
    let name = name ?? String(commit.hex.prefix(10))
    try refuseAbsence(of: commit, named: name)
    let tree = try withRepository { try $0.commit(commit).tree }
    return try snapshot(ofTree: tree, named: name, after: earlier)
  }

  package func commit(named name: String) throws(Refusal) -> ObjectID {
    try withRepository { try $0.commitID(of: name) }
  }

  /// A commit and what its name was taken for; a name may also be that of a reference below a folder.
  package func commit(
    named name: String, orBelow folder: String
  ) throws(Refusal) -> NamedCommit {
    try withRepository { try $0.commit(named: name, orBelow: folder) }
  }

  /// As ``snapshot(of:named:after:)``, of a commit's tree; nothing need be there.
  package func snapshot(
    ofTree tree: ObjectID, named name: String, after earlier: Snapshot? = nil
  ) throws(Refusal) -> Snapshot {
    Snapshot(
      reading: try files(ofTree: tree, named: name, after: earlier?.files), after: earlier)
  }

  /// Some proposals of a tree, by the names of their folders.
  package func snapshot(
    ofProposals folders: [String], inTree tree: ObjectID, after earlier: Snapshot? = nil
  ) throws(Refusal) -> Snapshot {
    let files = try files(
      ofTree: tree, named: tree.hex, below: folders.map(Layout.proposalFolder),
      after: earlier?.files, refusedLimit: Limits.revision)
    return Snapshot(reading: files, after: earlier)
  }
}
