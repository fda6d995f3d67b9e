package import Diagnostics
package import Git
import PortfolioModel
package import Records

extension Workspace {
  /// What a snapshot is read from.
  package enum SnapshotSource: Sendable, Hashable {
    case worktree
    /// What is staged, to be committed next: the index at a path, or nil for the worktree's own.
    case staged(index: String?)
    /// A name, tag or id of a commit.
    case revision(String)
  }

  /// Reads the portfolio from a source; in a bare repository, HEAD stands in for the worktree.
  ///
  /// `earlier`: a snapshot that probably holds many of the same files.
  package func snapshot(
    _ source: SnapshotSource, after earlier: Snapshot? = nil
  ) throws(Refusal) -> Snapshot {
    switch source {
    case .worktree where root == nil: return try snapshot(.revision("HEAD"), after: earlier)
    case .worktree: return Snapshot(reading: try filesOnDisk(), after: earlier)
    case .staged(let index):
      let tree = try withRepository { try $0.stagedTree(ofIndex: index) }
      return try snapshot(ofTree: tree, named: "the index", after: earlier)
    case .revision(let name):
      return try snapshot(of: try commit(named: name), named: name, after: earlier)
    }
  }

  /// Reads of a portfolio what is said about the standard that a text names.
  ///
  /// Where the text is the id of a standard, that is its record, those that it or its ledger entries
  /// name, those that supersede them, and the rest of the folders; otherwise it is everything.
  package func snapshot(
    _ source: SnapshotSource, about text: String, below tops: [String] = [Layout.portfolioFolder]
  ) throws(Refusal) -> Snapshot {
    if let id = Identifier(text) {
      let part = try snapshot(source, below: tops, .standard(id))
      if part.portfolio?.standards[id] != nil { return part }
    }
    return try snapshot(source)
  }

  /// Reads of a portfolio its proposals, its rules and its changelog, not what it lists.
  package func proposals(_ source: SnapshotSource) throws(Refusal) -> Snapshot {
    try snapshot(source, below: Layout.folders, .proposals)
  }

  private func snapshot(
    _ source: SnapshotSource, below tops: [String], _ extent: ReadingPlan.Extent
  ) throws(Refusal) -> Snapshot {
    if case .worktree = source, root != nil {
      return Snapshot(reading: try filesOnDisk(below: tops, extent))
    }
    var name = "HEAD"
    if case .revision(let given) = source { name = given }
    let tree = try self.tree(of: try commit(named: name), named: name)
    return Snapshot(
      reading: try files(ofTree: tree, named: name, below: tops, extent, after: nil))
  }

  /// The tree of a commit that holds a portfolio.
  private func tree(of commit: ObjectID, named name: String) throws(Refusal) -> ObjectID {
    try refuseAbsence(of: commit, named: name)
    return try withRepository { try $0.commit(commit).tree }
  }

  /// Reads the portfolio at a commit; messages call the commit by the name, or else by its id.
  ///
  /// - Throws: `Refusal` where the commit holds no portfolio.
  package func snapshot(
    of commit: ObjectID, named name: String? = nil, after earlier: Snapshot? = nil
  ) throws(Refusal) -> Snapshot {
    let name = name ?? String(commit.hex.prefix(10))
    let tree = try tree(of: commit, named: name)
    return try snapshot(ofTree: tree, named: name, after: earlier)
  }

  package func commit(named name: String) throws(Refusal) -> ObjectID {
    try commit(named: name, orBelow: Layout.editionTags).id
  }

  /// What the publisher calls an edition, as its tag is called: no other revision has a space in it
  /// and no `@` or `:/` before.
  private func editionName(_ name: String) -> String {
    guard name.contains(" "), !name.contains("@{"), !name.hasPrefix(":"),
      let slug = EditionName.slug(of: name)
    else { return name }
    return Layout.editionTags + slug.text
  }

  /// A commit and the meaning that its name was given; the name may be a reference's below a
  /// folder.
  package func commit(
    named name: String, orBelow folder: String
  ) throws(Refusal) -> NamedCommit {
    let name = editionName(name)
    return try withRepository { try $0.commit(named: name, orBelow: folder) }
  }

  /// Does the same for a commit's tree, which need not hold a portfolio.
  package func snapshot(
    ofTree tree: ObjectID, named name: String, after earlier: Snapshot? = nil
  ) throws(Refusal) -> Snapshot {
    Snapshot(
      reading: try files(ofTree: tree, named: name, after: earlier?.files), after: earlier)
  }

  /// Reads some proposals of a tree, given the names of their folders.
  package func snapshot(
    ofProposals folders: [String], inTree tree: ObjectID, after earlier: Snapshot? = nil
  ) throws(Refusal) -> Snapshot {
    let files = try files(
      ofTree: tree, named: tree.hex, below: folders.map(Layout.proposalFolder),
      after: earlier?.files, refusedLimit: Limits.revision)
    return Snapshot(reading: files, after: earlier)
  }
}
