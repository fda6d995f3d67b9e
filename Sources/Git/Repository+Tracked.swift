import CLibgit2

extension Repository {
  /// The paths of git's index up to the first name that starts so, each once.
  package func trackedPaths(toNamesStarting start: String) throws(RepositoryProblem) -> Set<String>
  {
    try run { () throws(CallError) -> Set<String> in
      var index: OpaquePointer?
      defer { git_index_free(index) }
      try check("git_repository_index", git_repository_index(&index, handle))
      try check("git_index_read", git_index_read(index, 0))
      var paths: Set<String> = []
      for place in 0..<git_index_entrycount(index) {
        guard let path = git_index_get_byindex(index, place)?.pointee.path else { continue }
        let steps = String(cString: path).steps
        guard let end = steps.firstIndex(where: { $0.hasPrefix(start) }) else { continue }
        paths.insert(steps[...end].joined(separator: "/"))
      }
      return paths
    }
  }
}
