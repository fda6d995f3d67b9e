import CLibgit2

extension Repository {
  /// Every commit reachable from a tip and not from a start, each before all that descend from it.
  ///
  /// - Throws: `RepositoryProblem` of kind `shallow` where the history is cut off.
  package func commits(
    reachableFrom tip: ObjectID, notFrom start: ObjectID
  ) throws(RepositoryProblem) -> [ObjectID] {
    guard !isShallow else { throw RepositoryProblem(.shallow, path: gitDirectory) }
    let known = Set(try ancestry(of: start).map(\.id))
    return try ancestry(of: tip).map(\.id).filter { !known.contains($0) }
  }

  /// Whether a commit is another, or reachable from it.
  package func isAncestor(
    _ commit: ObjectID, of other: ObjectID
  ) throws(RepositoryProblem) -> Bool {
    if commit == other { return true }
    return try ancestry(of: other).contains { $0.id == commit }
  }

  /// Whether a commit is reached from another by first parents alone.
  package func isOnFirstParentChain(
    _ commit: ObjectID, of tip: ObjectID
  ) throws(RepositoryProblem) -> Bool {
    var current: ObjectID? = tip
    while let id = current {
      if id == commit { return true }
      current = try self.commit(id).parents.first
    }
    return false
  }

  /// The best common ancestors of some commits; none where their histories share nothing.
  package func mergeBases(of commits: [ObjectID]) throws(RepositoryProblem) -> [ObjectID] {
    try run { () throws(CallError) -> [ObjectID] in
      var ids = commits.map(\.raw)
      if ids.count > 2 {
        var base = git_oid()
        let status = git_merge_base_octopus(&base, handle, ids.count, &ids)
        if status == GIT_ENOTFOUND.rawValue { return [] }
        try check("git_merge_base_octopus", status)
        return [ObjectID(base)]
      }
      var bases = git_oidarray()
      defer { git_oidarray_dispose(&bases) }
      let status = git_merge_bases_many(&bases, handle, ids.count, &ids)
      if status == GIT_ENOTFOUND.rawValue { return [] }
      try check("git_merge_bases_many", status)
      return (0..<bases.count).map { ObjectID(bases.ids[$0]) }
    }
  }

  /// The commits that tags of a name pattern, `refs/tags/…/*`, lead to, by the tags' full names.
  package func tags(
    matching pattern: String
  ) throws(RepositoryProblem) -> [(name: String, commit: ObjectID)] {
    let tags = try run { () throws(CallError) -> [(name: String, commit: ObjectID)] in
      var iterator: OpaquePointer?
      defer { git_reference_iterator_free(iterator) }
      try check(
        "git_reference_iterator_glob_new",
        git_reference_iterator_glob_new(&iterator, handle, pattern))
      var tags: [(name: String, commit: ObjectID)] = []
      while true {
        var reference: OpaquePointer?
        defer { git_reference_free(reference) }
        let status = git_reference_next(&reference, iterator)
        if status == GIT_ITEROVER.rawValue { return tags }
        try check("git_reference_next", status)
        guard let commit = commit(behind: reference) else { continue }
        let name = git_reference_name(reference).map { String(cString: $0) } ?? ""
        tags.append((name, commit))
      }
    }
    return tags.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
