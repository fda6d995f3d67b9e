import CLibgit2

extension Repository {
  /// The lineage of some commits, by the commits themselves.
  ///
  /// - Parameter start: A commit whose own past is not asked for: where every way back from the tips
  ///   leads to it, nothing before it is read, and else all is.
  /// - Throws: `RepositoryProblem` of kind `shallow` where the history is cut off.
  package func lineage(
    of tips: [ObjectID], from start: ObjectID? = nil
  ) throws(RepositoryProblem) -> Lineage {
    guard !isShallow else { throw RepositoryProblem(.shallow, path: gitDirectory) }
    return try run { () throws(CallError) -> Lineage in
      if let start {
        let steps = try self.steps(back: tips, to: start)
        let isRound = steps.contains { $0.commit != start && $0.parents.isEmpty }
        if !isRound { return Lineage(steps) }
      }
      return Lineage(try self.steps(back: tips + [start].compactMap { $0 }, to: nil))
    }
  }

  /// Every commit that some lead back to, parents before children; of `end`, no parent is looked at.
  private func steps(
    back tips: [ObjectID], to end: ObjectID?
  ) throws(CallError) -> [(commit: ObjectID, parents: [ObjectID])] {
    var database: OpaquePointer?
    defer { git_odb_free(database) }
    try check("git_repository_odb", git_repository_odb(&database, handle))
    var steps: [(commit: ObjectID, parents: [ObjectID])] = []
    var known: [ObjectID: [ObjectID]] = [:]
    var placed: Set<ObjectID> = []
    var stack = Array(tips.reversed())
    while let id = stack.last {
      if let parents = known[id] {
        stack.removeLast()
        if placed.insert(id).inserted { steps.append((id, parents)) }
      } else {
        let parents = id == end ? [] : try CommitHead(id, in: database).parents
        known[id] = parents
        stack += parents.filter { known[$0] == nil }
      }
    }
    return steps
  }

  /// Whether a commit is another, or reachable from it.
  package func isAncestor(
    _ commit: ObjectID, of other: ObjectID
  ) throws(RepositoryProblem) -> Bool {
    try lineage(of: [other], from: commit).leads(from: [other], to: commit)
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
