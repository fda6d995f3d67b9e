import CLibgit2

/// A path whose file differs between two trees.
package struct TreeChange: Hashable, Sendable {
  /// The path from the root of the trees.
  package let path: String
  package let old: TreeFile?
  package let new: TreeFile?

  package init(path: String, old: TreeFile?, new: TreeFile?) {
    self.path = path
    self.old = old
    self.new = new
  }
}

/// A file or folder at a path of a tree; equal ids mean that nothing below differs.
package struct TreeEntry: Hashable, Sendable {
  package let isFolder: Bool
  package let id: ObjectID
  /// The mode of a file, as in ``TreeFile``; meaningless for a folder.
  package let mode: TreeFile.Mode

  package init(isFolder: Bool, id: ObjectID, mode: TreeFile.Mode) {
    self.isFolder = isFolder
    self.id = id
    self.mode = mode
  }
}

/// A folder that differs between two trees.
package struct FolderChange: Hashable, Sendable {
  package let name: String
  package let old: ObjectID?
  package let new: ObjectID?

  package init(name: String, old: ObjectID?, new: ObjectID?) {
    (self.name, self.old, self.new) = (name, old, new)
  }
}

extension Repository {
  /// The file or folder at a path of a tree, or nil.
  package func entry(
    at path: String, ofTree root: ObjectID
  ) throws(RepositoryProblem) -> TreeEntry? {
    try run { () throws(CallError) -> TreeEntry? in
      try entry(at: path, inTree: root).map {
        TreeEntry(isFolder: $0.isTree, id: $0.id, mode: $0.mode)
      }
    }
  }

  /// The files at and below a path that differ between two trees, in the order of bytes; nil is the
  /// empty tree. Folders with equal ids are not read.
  package func changes(
    from old: ObjectID?, to new: ObjectID?, at path: String
  ) throws(RepositoryProblem) -> [TreeChange] {
    try run { () throws(CallError) -> [TreeChange] in
      let before = try old.flatMap { id throws(CallError) in try entry(at: path, inTree: id) }
      let after = try new.flatMap { id throws(CallError) in try entry(at: path, inTree: id) }
      var changes: [TreeChange] = []
      func compare(_ old: StoredEntry?, _ new: StoredEntry?, _ path: String) {
        let (old, new) = (old?.file(at: path), new?.file(at: path))
        if old != new { changes.append(TreeChange(path: path, old: old, new: new)) }
      }
      compare(before, after, path)
      try walk(
        from: before?.folder, to: after?.folder, below: path + "/", within: .portfolio
      ) { step in
        compare(step.old, step.new, step.path)
        return true
      }
      return changes.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
  }
}
