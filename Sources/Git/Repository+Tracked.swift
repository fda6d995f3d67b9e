import CLibgit2

extension Repository {
  /// The paths of git's index, each cut after the first name that has the given start, each once.
  package func trackedPaths(toNamesStarting start: String) throws(RepositoryProblem) -> Set<String>
  {
    try run { () throws(CallError) -> Set<String> in
      let index = try index()
      var paths: Set<String> = []
      for place in 0..<git_index_entrycount(index.raw) {
        guard let path = git_index_get_byindex(index.raw, place)?.pointee.path else { continue }
        let steps = String(cString: path).steps
        guard let end = steps.firstIndex(where: { $0.hasPrefix(start) }) else { continue }
        paths.insert(steps[...end].joined(separator: "/"))
      }
      return paths
    }
  }
}
