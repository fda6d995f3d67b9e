import CLibgit2

extension Repository {
  /// The tips of all local and remote-tracking branches, by name.
  package func branchTips() throws(RepositoryProblem) -> [(name: String, commit: ObjectID)] {
    let tips = try run { () throws(CallError) -> [(name: String, commit: ObjectID)] in
      var iterator = Handle.branchIterator()
      try check(
        "git_branch_iterator_new", git_branch_iterator_new(&iterator.raw, handle, GIT_BRANCH_ALL))
      var tips: [(name: String, commit: ObjectID)] = []
      while true {
        var reference = Handle.reference()
        var kind = GIT_BRANCH_ALL
        let status = git_branch_next(&reference.raw, &kind, iterator.raw)
        if status == GIT_ITEROVER.rawValue { return tips }
        try check("git_branch_next", status)
        guard let commit = commit(behind: reference) else { continue }
        let name = git_reference_name(reference.raw).map { String(cString: $0) } ?? ""
        tips.append((name, commit))
      }
    }
    return tips.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
