import CLibgit2

extension Repository {
  /// The full name that a symbolic reference leads to in the end, or nil where it is none.
  package func symbolicTarget(of name: String) throws(RepositoryProblem) -> String? {
    try run { () throws(CallError) -> String? in
      var (current, target): (String, String?) = (name, nil)
      // Git itself follows no more.
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

  /// The commits that local branches stand at, by full name, in the order of names.
  package func branches() throws(RepositoryProblem) -> [(name: String, commit: ObjectID)] {
    try branchTips().filter { $0.name.hasPrefix("refs/heads/") }
  }

  /// What makes git show other objects than are stored: references below `refs/replace/`, and
  /// `info/grafts`.
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
