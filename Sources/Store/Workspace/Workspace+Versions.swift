package import Diagnostics
package import Git
package import Records

/// Access to the repository's commits, trees and blobs by their ids.
extension Workspace {
  package func commit(_ id: ObjectID) throws(Refusal) -> Commit {
    try withRepository { try $0.commit(id) }
  }

  package func ancestry(of tip: ObjectID) throws(Refusal) -> [Commit] {
    try withRepository { try $0.ancestry(of: tip) }
  }

  package func outlines(of tip: ObjectID) throws(Refusal) -> [CommitOutline] {
    try withRepository { try $0.outlines(of: tip) }
  }

  package func lineage(of tips: [ObjectID], from start: ObjectID?) throws(Refusal) -> Lineage {
    try withRepository { try $0.lineage(of: tips, from: start) }
  }

  package func entry(at path: String, ofTree tree: ObjectID) throws(Refusal) -> TreeEntry? {
    try withRepository { try $0.entry(at: path, ofTree: tree) }
  }

  package func folders(
    inTree tree: ObjectID
  ) throws(Refusal) -> [(name: String, id: ObjectID)] {
    try withRepository { try $0.folders(inTree: tree) }
  }

  package func folderChanges(
    from old: ObjectID?, to new: ObjectID?
  ) throws(Refusal) -> [FolderChange] {
    try withRepository { try $0.folderChanges(from: old, to: new) }
  }

  package func files(inTree tree: ObjectID) throws(Refusal) -> [TreeFile] {
    try withRepository { try $0.files(inTree: tree) }
  }

  package func changes(
    from old: ObjectID?, to new: ObjectID?, at path: String
  ) throws(Refusal) -> [TreeChange] {
    try withRepository { try $0.changes(from: old, to: new, at: path) }
  }

  package func text(_ file: ObjectID) throws(Refusal) -> [UInt8]? {
    try withRepository { try $0.text(file) }
  }

  package func content(
    of file: TreeFile, at path: String
  ) throws(Refusal) -> FileContent {
    try withRepository { try $0.content(of: file, at: path) }
  }

  // MARK: - What a push changes

  package func symbolicTarget(of name: String) throws(Refusal) -> String? {
    try withRepository { try $0.symbolicTarget(of: name) }
  }

  package func branches() throws(Refusal) -> [(name: String, commit: ObjectID)] {
    try withRepository { try $0.branches() }
  }

  package func commit(behind tag: ObjectID) throws(Refusal) -> ObjectID? {
    try withRepository { try $0.commit(behind: tag) }
  }

  package func files(
    ofTree tree: ObjectID, under path: String
  ) throws(Refusal) -> [TreeFile] {
    try withRepository { try $0.files(ofTree: tree, under: path) }
  }

  package func entryNames(
    ofCommit commit: ObjectID, at path: String
  ) throws(Refusal) -> [String] {
    try withRepository { try $0.entryNames(ofCommit: commit, at: path) }
  }

  package func nameFaults(
    inTree tree: ObjectID, atMost count: Int
  ) throws(Refusal) -> [NameFault] {
    try withRepository { try $0.nameFaults(inTree: tree, atMost: count) }
  }

  /// The attributes that would make git change records, each with the first path that has it.
  package func harmfulAttributes(
    ofTree tree: ObjectID, _ files: [TreeFile]
  ) throws(Refusal) -> [(name: String, path: String)] {
    let prefix = prefix
    let paths = files.map(\.path) + Layout.examples.map { prefix + $0 }
    return try withRepository { repository in
      let sources = try AttributeSources(ofTree: tree, files, prefix: prefix, repository)
      return try ContentAlteringAttribute.found(among: paths, in: sources)
    }
  }
}
