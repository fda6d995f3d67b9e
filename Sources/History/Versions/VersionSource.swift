package import Diagnostics
package import Git
import PortfolioModel
package import Records

/// Reads the stored versions that are needed to judge a history: commits, and the files of their
/// trees.
///
/// Paths start at the root of a tree. Objects with an id never change and may be read again.
package protocol VersionSource: ~Copyable {
  /// The part of every path before `Portfolio/`: empty, or a folder with its final slash.
  var prefix: String { get }

  func commit(_ id: ObjectID) throws(Refusal) -> Commit

  /// Every commit reachable from a tip in outline, parents before children.
  func outlines(of tip: ObjectID) throws(Refusal) -> [CommitOutline]

  /// The lineage of the commits that are reachable from some tips; those that are reachable from a
  /// start may be left out.
  func lineage(of tips: [ObjectID], from start: ObjectID?) throws(Refusal) -> Lineage

  /// Refuses to go on where git shows other parents for a commit than the commit itself stores.
  func refuseFalseParents(of commits: [ObjectID]) throws(Refusal)

  /// The file or folder at a path of a tree, or nil.
  func entry(at path: String, ofTree tree: ObjectID) throws(Refusal) -> TreeEntry?

  /// The folders in which two trees differ; nil is the empty tree.
  func folderChanges(from old: ObjectID?, to new: ObjectID?) throws(Refusal) -> [FolderChange]

  /// All files of a tree at any depth, in the order of their paths; links count as files.
  func files(inTree tree: ObjectID) throws(Refusal) -> [TreeFile]

  /// The files at and below a path that differ between two trees, in the order of their paths; nil
  /// is the empty tree.
  func changes(
    from old: ObjectID?, to new: ObjectID?, at path: String
  ) throws(Refusal) -> [TreeChange]

  /// The tags of editions by full name, each with the commit that it leads to.
  func editionTags() throws(Refusal) -> [(name: String, commit: ObjectID)]

  /// A file's bytes, or nil where they are more than a record may have.
  func text(_ file: ObjectID) throws(Refusal) -> [UInt8]?

  /// The content of a tree's file at a path below the prefix.
  func content(of file: TreeFile, at path: String) throws(Refusal) -> FileContent

  /// The portfolio and the proposals of a tree; `earlier` probably holds many of the same files.
  func snapshot(
    ofTree tree: ObjectID, named name: String, after earlier: Snapshot?
  ) throws(Refusal) -> Snapshot

  /// Some proposals of a tree, given the names of their folders.
  func snapshot(
    ofProposals folders: [String], inTree tree: ObjectID, after earlier: Snapshot?
  ) throws(Refusal) -> Snapshot
}

extension VersionSource where Self: ~Copyable {
  /// Nothing is tagged unless a source says so.
  package func editionTags() throws(Refusal) -> [(name: String, commit: ObjectID)] { [] }

  /// The id of the folder at a path of a tree, or nil.
  func folder(at path: String, inTree tree: ObjectID) throws(Refusal) -> ObjectID? {
    guard let entry = try entry(at: path, ofTree: tree), entry.isFolder else { return nil }
    return entry.id
  }

  /// The id of the file at a path of a tree, or nil.
  func file(at path: String, inTree tree: ObjectID) throws(Refusal) -> ObjectID? {
    guard let entry = try entry(at: path, ofTree: tree), !entry.isFolder else { return nil }
    return entry.id
  }

  /// The changes below `Portfolio/` and `Proposals/`, by path below the prefix.
  func portfolioChanges(from old: ObjectID?, to new: ObjectID) throws(Refusal) -> [TreeChange] {
    var changes: [TreeChange] = []
    for folder in Layout.folders {
      changes += try self.changes(from: old, to: new, at: prefix + folder)
    }
    return changes.map {
      TreeChange(path: $0.path.rest(after: prefix), old: $0.old, new: $0.new)
    }
  }

  /// Whether a commit can be reached from a tip by first parents alone.
  func isOnFirstParentChain(_ commit: ObjectID, of tip: ObjectID) throws(Refusal) -> Bool {
    var current: ObjectID? = tip
    while let id = current {
      if id == commit { return true }
      current = try self.commit(id).parents.first
    }
    return false
  }
}
