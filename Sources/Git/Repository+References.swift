import CLibgit2

extension Repository {
  /// The full name that a symbolic reference finally leads to, or nil where it isn't symbolic.
  package func symbolicTarget(of name: String) throws(RepositoryProblem) -> String? {
    try run { () throws(CallError) -> String? in
      var (current, target): (String, String?) = (name, nil)
      // Git itself follows no more references than this.
      for _ in 0..<6 {
        var reference = Handle.reference()
        let status = git_reference_lookup(&reference.raw, handle, current)
        if status == GIT_ENOTFOUND.rawValue || status == GIT_EINVALIDSPEC.rawValue {
          git_error_clear()
          return target
        }
        try check("git_reference_lookup", status)
        guard let next = git_reference_symbolic_target(reference.raw) else { return target }
        current = String(cString: next)
        target = current
      }
      return target
    }
  }

  /// Whether a text may be the full name of a reference.
  package static func isReferenceName(_ name: String) -> Bool {
    Library.start
    var isValid: Int32 = 0
    return git_reference_name_is_valid(&isValid, name) == 0 && isValid == 1
  }

  /// The commits of the local branches, by full name, in the order of names.
  package func branches() throws(RepositoryProblem) -> [(name: String, commit: ObjectID)] {
    try tips(matching: "refs/heads/*")
  }

  /// The tips of all local and remote-tracking branches, by name.
  package func branchTips() throws(RepositoryProblem) -> [(name: String, commit: ObjectID)] {
    try branches() + tips(matching: "refs/remotes/*")
  }

  /// The commits of the references that match a pattern such as `refs/tags/…/*`, by full name, in
  /// the order of names.
  package func tips(
    matching pattern: String
  ) throws(RepositoryProblem) -> [(name: String, commit: ObjectID)] {
    let tips = try run { () throws(CallError) -> [(name: String, commit: ObjectID)] in
      var iterator = Handle.referenceIterator()
      try check(
        "git_reference_iterator_glob_new",
        git_reference_iterator_glob_new(&iterator.raw, handle, pattern))
      var tips: [(name: String, commit: ObjectID)] = []
      while true {
        var reference = Handle.reference()
        let status = git_reference_next(&reference.raw, iterator.raw)
        if status == GIT_ITEROVER.rawValue { return tips }
        try check("git_reference_next", status)
        guard let commit = commit(behind: reference) else { continue }
        let name = git_reference_name(reference.raw).map { String(cString: $0) } ?? ""
        tips.append((name, commit))
      }
    }
    return tips.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The things that make git show other objects than the stored ones: references below
  /// `refs/replace/`, and `info/grafts`.
  package func replacements() throws(RepositoryProblem) -> [String] {
    let references = try run { () throws(CallError) -> [String] in
      var names = Owned.list()
      try check("git_reference_list", git_reference_list(&names.raw, handle))
      return names.texts.filter { $0.hasPrefix("refs/replace/") }
    }
    let grafts = commonDirectory + "info/grafts"
    return references.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      + (LockFile.isRegular(grafts) == nil ? [] : [grafts])
  }
}
