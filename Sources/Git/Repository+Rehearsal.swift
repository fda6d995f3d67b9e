import CLibgit2

extension Repository {
  /// From now on, keeps new objects in memory alone, and also reads those in a folder of objects that
  /// another program fetched.
  package func rehearse(with objects: String) throws(RepositoryProblem) {
    try run { () throws(CallError) -> Void in
      try keepNewObjectsInMemory()
      let database = try database()
      try check("git_odb_add_disk_alternate", git_odb_add_disk_alternate(database.raw, objects))
    }
  }

  /// The tree that would be committed of an index. From now on, new objects are kept in memory alone.
  ///
  /// - Parameter path: The index; nil for the worktree's own. Where there is none, nothing is staged.
  /// - Throws: `RepositoryProblem` of kind `unmergedIndex` where a merge is not finished.
  package func stagedTree(ofIndex path: String?) throws(RepositoryProblem) -> ObjectID {
    try run { () throws(CallError) -> ObjectID in
      try keepNewObjectsInMemory()
      var index = Handle.index()
      try check("git_index_open", git_index_open(&index.raw, path ?? gitDirectory + "index"))
      try removeIntended(from: index)
      var id = git_oid()
      try check("git_index_write_tree_to", git_index_write_tree_to(&id, index.raw, handle))
      return ObjectID(id)
    }
  }

  /// Takes files out of an index in memory that are only meant to be added (`git add -N`), which git
  /// does not commit.
  private func removeIntended(from index: borrowing Handle) throws(CallError) {
    var intended: [String] = []
    for place in 0..<git_index_entrycount(index.raw) {
      guard let entry = git_index_get_byindex(index.raw, place)?.pointee, let path = entry.path,
        UInt32(entry.flags_extended) & GIT_INDEX_ENTRY_INTENT_TO_ADD.rawValue != 0
      else { continue }
      intended.append(String(cString: path))
    }
    for path in intended {
      try check("git_index_remove", git_index_remove(index.raw, path, 0))
    }
  }

  private func keepNewObjectsInMemory() throws(CallError) {
    let database = try database()
    var memory: OpaquePointer?
    try check("git_mempack_new", git_mempack_new(&memory))
    // A higher priority than that of the repository's own files. The database frees it.
    try check("git_odb_add_backend", git_odb_add_backend(database.raw, memory, 1_000))
  }
}
