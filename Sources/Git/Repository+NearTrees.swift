import CLibgit2

extension Repository {
  /// A tree, of which only those entries are read in which it differs from another, or from the last
  /// large one.
  ///
  /// - Throws: the same as ``entries(of:)``.
  func storedTree(_ id: ObjectID, near other: StoredTree? = nil) throws(CallError) -> StoredTree {
    if let known = trees[id] { return known }
    if let other = other ?? trees.large, other.count > StoredTree.compared {
      let size = try size(of: id)
      if size <= TreeLimit.bytes, size > other.bytes.count / 2, size / 2 < other.bytes.count,
        let tree = try tree(id, near: other)
      {
        return tree
      }
    }
    if let tree = try parsedTree(id) { return tree }
    let entries = try entries(of: id)
    return trees[id] ?? StoredTree(entries)
  }

  /// Nil where the tree isn't of git's form, or its bytes can't be read in this way.
  private func tree(
    _ id: ObjectID, near other: StoredTree
  ) throws(CallError) -> StoredTree? {
    guard let bytes = try unprovenTree(id) else { return nil }
    let digest = other.digest(of: bytes)
    guard digest.id == id,
      let tree = try StoredTree(
        bytes, near: other, digest,
        counting: { count throws(CallError) in try budget.charge(entries: count) }),
      tree.count <= TreeLimit.portfolio.entries
    else { return nil }
    trees.keep(tree, as: id)
    return tree
  }

  /// A tree that is read as a whole; nil where it isn't of git's form, or too large.
  func parsedTree(_ id: ObjectID) throws(CallError) -> StoredTree? {
    guard try size(of: id) <= TreeLimit.bytes else { return nil }
    let object = try stored(id)
    guard object.kind == GIT_OBJECT_TREE, let tree = StoredTree(parsing: object.bytes),
      tree.count <= TreeLimit.portfolio.entries
    else { return nil }
    try budget.charge(entries: tree.count)
    trees.keep(tree, as: id)
    return tree
  }

  /// The bytes of a tree without a check of its id, which is the caller's; nil where no database has
  /// it at once.
  ///
  /// libgit2 hashes what it reads as a whole. The databases behind it leave that to libgit2.
  private func unprovenTree(_ id: ObjectID) throws(CallError) -> [UInt8]? {
    let database = try database()
    var raw = id.raw
    for place in 0..<git_odb_num_backends(database.raw) {
      var backend: UnsafeMutablePointer<git_odb_backend>?
      guard git_odb_get_backend(&backend, database.raw, place) == 0, let backend,
        let read = backend.pointee.read
      else { continue }
      var (data, size, kind): (UnsafeMutableRawPointer?, Int, git_object_t) =
        (nil, 0, GIT_OBJECT_ANY)
      guard read(&data, &size, &kind, backend, &raw) == 0 else {
        git_error_clear()
        continue
      }
      defer { git_odb_backend_data_free(backend, data) }
      return kind == GIT_OBJECT_TREE
        ? Array(UnsafeRawBufferPointer(start: data, count: size)) : nil
    }
    return nil
  }
}
