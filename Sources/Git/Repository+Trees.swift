import CLibgit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An entry of a tree, as it is stored.
struct StoredEntry {
  /// The name as it is stored.
  let bytes: [UInt8]
  let rawMode: git_filemode_t
  let id: ObjectID

  /// The name as text; a name that is not UTF-8 is escaped, so that different names stay different.
  var name: String {
    String(validating: bytes, as: UTF8.self)
      ?? bytes.reduce("\u{FFFD}") { $0 + String($1, radix: 16) }
  }

  var isTree: Bool { rawMode == GIT_FILEMODE_TREE }

  /// The id of a folder's tree; nil for a file.
  var folder: ObjectID? { isTree ? id : nil }

  var mode: TreeFile.Mode {
    switch rawMode {
    case GIT_FILEMODE_BLOB_EXECUTABLE: .executable
    case GIT_FILEMODE_LINK: .symlink
    case GIT_FILEMODE_COMMIT: .gitlink
    default: .file
    }
  }

  /// The entry as a file at a path; nil for a folder.
  func file(at path: String) -> TreeFile? {
    isTree ? nil : TreeFile(path: path, mode: mode, id: id)
  }
}

extension Repository {
  /// The entries of a tree, in git's order.
  ///
  /// - Throws: `CallError` of kind `malformedTree` where git itself would not write such a tree,
  ///   `oversizedTree` where it has more entries than a walk accepts, and `oversizedReading` where
  ///   this run has already read too many entries.
  func entries(of id: ObjectID) throws(CallError) -> [StoredEntry] {
    if let known = trees[id] {
      try budget.charge(entries: known.count)
      return known.entries(0..<known.count)
    }
    let limit = TreeLimit.portfolio
    guard try size(of: id) <= TreeLimit.bytes else { throw limit.tooManyEntries(id) }
    let stored = try self.tree(id)
    let count = git_tree_entrycount(stored.raw)
    guard count <= limit.entries else { throw limit.tooManyEntries(id) }
    try budget.charge(entries: count)
    let entries: [StoredEntry] = (0..<count).compactMap { index in
      guard let entry = git_tree_entry_byindex(stored.raw, index) else { return nil }
      return StoredEntry(
        bytes: git_tree_entry_name(entry).map(Repository.bytes) ?? [],
        rawMode: git_tree_entry_filemode(entry), id: ObjectID(git_tree_entry_id(entry)))
    }
    try TreeForm.check(entries, of: id)
    trees.keep(StoredTree(entries), as: id)
    return entries
  }

  /// A tree, of which only those entries are read in which it differs from another, or from the last
  /// large one.
  ///
  /// - Throws: the same as ``entries(of:)``.
  func storedTree(_ id: ObjectID, near other: StoredTree? = nil) throws(CallError) -> StoredTree {
    if let known = trees[id] { return known }
    if let other = other ?? trees.large, try size(of: id) <= TreeLimit.bytes {
      let object = try stored(id)
      if object.kind == GIT_OBJECT_TREE,
        let tree = try StoredTree(
          object.bytes, near: other,
          counting: { count throws(CallError) in try budget.charge(entries: count) }),
        tree.count <= TreeLimit.portfolio.entries
      {
        trees.keep(tree, as: id)
        return tree
      }
    }
    let entries = try entries(of: id)
    return trees[id] ?? StoredTree(entries)
  }

  private static func bytes(_ name: UnsafePointer<CChar>) -> [UInt8] {
    Array(UnsafeBufferPointer(start: name, count: strlen(name))).map { UInt8(bitPattern: $0) }
  }

  func entry(at path: String, inTree root: ObjectID) throws(CallError) -> StoredEntry? {
    var current = StoredEntry(bytes: [], rawMode: GIT_FILEMODE_TREE, id: root)
    for (depth, step) in path.utf8.split(separator: UInt8(ascii: "/")).enumerated() {
      guard current.isTree else { return nil }
      // Along a history, one folder's trees differ by an entry or two.
      let tree = try storedTree(current.id, near: trees.last(at: depth))
      trees.note(tree, at: depth)
      guard let next = tree.entry(named: step) else { return nil }
      current = next
    }
    return current
  }

  /// All files below a tree at any depth, in the order of bytes; links count as files.
  ///
  /// - Throws: `CallError` of kind `oversizedTree` beyond the limits of a walk.
  func files(below tree: ObjectID, _ path: String) throws(CallError) -> [TreeFile] {
    var files: [TreeFile] = []
    try walk(to: tree, below: path, within: .portfolio) { step in
      if let file = step.new?.file(at: step.path) { files.append(file) }
      return true
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
