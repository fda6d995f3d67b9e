import CLibgit2

/// New objects that no reference leads to yet, with their bytes. Git treats them as garbage, so a
/// program such as `git gc` may remove them from the disk at any moment.
package struct UnreferencedObjects {
  fileprivate var objects: [(kind: git_object_t, bytes: [UInt8])] = []
  /// The first of them, which is the oldest.
  fileprivate var first: ObjectID?
  /// Where the objects of the last tree begin, and of the one before it.
  fileprivate var last = 0
  fileprivate var beforeLast = 0

  package init() {}
}

extension Repository {
  /// Notes a tree that was just stored, with everything in it that another tree doesn't hold.
  package func note(
    tree: ObjectID, since base: ObjectID, in objects: inout UnreferencedObjects
  ) throws(RepositoryProblem) {
    let found = try run { () throws(CallError) in try changed(tree, since: base) }
    objects.first = objects.first ?? tree
    (objects.beforeLast, objects.last) = (objects.last, objects.objects.count)
    objects.objects += found
  }

  /// Notes a commit that was just stored.
  package func note(
    commit: ObjectID, in objects: inout UnreferencedObjects
  ) throws(RepositoryProblem) {
    let found = try run { () throws(CallError) in try stored(commit) }
    objects.objects.append(found)
  }

  /// Stores the objects again that are gone by now, and renews the age of the others, so that
  /// collecting older garbage doesn't remove them.
  ///
  /// It reads the disk and doesn't rely on what this process has cached.
  package func store(_ objects: UnreferencedObjects) throws(RepositoryProblem) {
    try store(objects) { _ in objects.objects[...] }
  }

  /// Stores those objects again that the next commit is written on: those of the last two trees, and
  /// the others only where the oldest of all is gone. What collects garbage takes the oldest first.
  ///
  /// So a row of commits costs as much as its objects, not as much for each commit.
  package func storeLast(_ objects: UnreferencedObjects) throws(RepositoryProblem) {
    try store(objects) { database in
      guard var first = objects.first?.raw, git_odb_exists(database.raw, &first) == 1 else {
        return objects.objects[...]
      }
      return objects.objects[objects.beforeLast...]
    }
  }

  private func store(
    _ objects: UnreferencedObjects,
    chosen: (borrowing Handle) -> ArraySlice<(kind: git_object_t, bytes: [UInt8])>
  ) throws(RepositoryProblem) {
    guard !objects.objects.isEmpty else { return }
    try run { () throws(CallError) -> Void in
      var database = Handle.database()
      try check("git_odb_open", git_odb_open(&database.raw, commonDirectory + "objects"))
      for object in chosen(database) { try store(object.bytes, object.kind, in: database) }
    }
  }

  /// A tree and what is in it, without what a base holds at the same path.
  private func changed(
    _ tree: ObjectID, since base: ObjectID
  ) throws(CallError) -> [(kind: git_object_t, bytes: [UInt8])] {
    guard tree != base else { return [] }
    var found = [try stored(tree)]
    try walk(from: base, to: tree, below: "", depth: 0, within: .wholeTree) {
      step throws(CallError) in
      guard let new = step.new, new.id != step.old?.id, new.rawMode != GIT_FILEMODE_COMMIT else {
        return false
      }
      found.append(try stored(new.id))
      return true
    }
    return found
  }

  /// An object's kind and bytes.
  func stored(
    _ id: ObjectID
  ) throws(CallError) -> (kind: git_object_t, bytes: [UInt8]) {
    let database = try database()
    var object = Handle.storedObject()
    var raw = id.raw
    try check("git_odb_read", git_odb_read(&object.raw, database.raw, &raw))
    let bytes = UnsafeRawBufferPointer(
      start: git_odb_object_data(object.raw), count: git_odb_object_size(object.raw))
    return (git_odb_object_type(object.raw), Array(bytes))
  }
}
