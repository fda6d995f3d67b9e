import CLibgit2

extension Repository {
  /// From now on, keeps new objects in memory alone, and also reads those in a folder of objects that
  /// another program fetched.
  package func rehearse(with objects: String) throws(RepositoryProblem) {
    try run { () throws(CallError) -> Void in
      let database = try database()
      var memory: OpaquePointer?
      try check("git_mempack_new", git_mempack_new(&memory))
      // A higher priority than that of the repository's own files. The database frees it.
      try check("git_odb_add_backend", git_odb_add_backend(database.raw, memory, 1_000))
      try check("git_odb_add_disk_alternate", git_odb_add_disk_alternate(database.raw, objects))
    }
  }
}
