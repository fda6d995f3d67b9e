import CLibgit2

/// A path whose file differs between two trees.
package struct TreeChange: Hashable, Sendable {
  /// From the root of the trees.
  package let path: String
  package let old: TreeFile?
  package let new: TreeFile?

  package init(path: String, old: TreeFile?, new: TreeFile?) {
    self.path = path
    self.old = old
    self.new = new
  }
}

/// What stands at one path of a tree: its id tells whether anything below it differs.
package struct TreeEntry: Hashable, Sendable {
  package let isFolder: Bool
  package let id: ObjectID
  /// As ``TreeFile``; of a folder it says nothing.
  package let mode: TreeFile.Mode

  package init(isFolder: Bool, id: ObjectID, mode: TreeFile.Mode) {
    self.isFolder = isFolder
    self.id = id
    self.mode = mode
  }
}

extension Repository {
  /// What stands at a path of a tree, or nil.
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
  /// empty tree. Folders with the same id are not read.
  package func changes(
    from old: ObjectID?, to new: ObjectID?, at path: String
  ) throws(RepositoryProblem) -> [TreeChange] {
    let changes = try run { () throws(CallError) -> [TreeChange] in
      var changes: [TreeChange] = []
      let before = try old.flatMapping { id throws(CallError) in try entry(at: path, inTree: id) }
      let after = try new.flatMapping { id throws(CallError) in try entry(at: path, inTree: id) }
      try compare(before, after, path, into: &changes)
      return changes
    }
    return changes.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// - Throws: `CallError` of kind `oversizedTree` beyond the limits of a walk.
  private func compare(
    _ old: Entry?, _ new: Entry?, _ path: String, into changes: inout [TreeChange]
  ) throws(CallError) {
    guard let top = new ?? old else { return }
    var limit = TreeLimit(top.id)
    var waiting = [(old: old, new: new, path: path, depth: 1)]
    while let (old, new, path, depth) = waiting.popLast() {
      if old?.id == new?.id, old?.rawMode == new?.rawMode { continue }
      let oldFile = old.flatMap { file($0, path) }
      let newFile = new.flatMap { file($0, path) }
      if oldFile != newFile { changes.append(TreeChange(path: path, old: oldFile, new: newFile)) }
      let oldInner = try inner(old)
      let newInner = try inner(new)
      for name in Set(oldInner.keys).union(newInner.keys) {
        try limit.visit(depth: depth)
        let (old, new) = (oldInner[name], newInner[name])
        let step = (new ?? old)?.name ?? ""
        waiting.append((old, new, path + "/" + step, depth + 1))
      }
    }
  }

  private func file(_ entry: Entry, _ path: String) -> TreeFile? {
    entry.isTree ? nil : TreeFile(path: path, mode: entry.mode, id: entry.id)
  }

  /// The entries of a folder by their names; none of a file.
  private func inner(_ entry: Entry?) throws(CallError) -> [[UInt8]: Entry] {
    guard let entry, entry.isTree else { return [:] }
    var inner: [[UInt8]: Entry] = [:]
    for item in try entries(of: entry.id) { inner[item.bytes] = item }
    return inner
  }
}

extension Optional {
  /// As `flatMap`, for work that throws a type of its own.
  fileprivate func flatMapping<Result, Failure>(
    _ work: (Wrapped) throws(Failure) -> Result?
  ) throws(Failure) -> Result? {
    switch self {
    case .some(let value): try work(value)
    case nil: nil
    }
  }
}
