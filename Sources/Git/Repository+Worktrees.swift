import CLibgit2

extension Repository {
  /// The absolute paths of the other worktrees of this repository, the main one among them, in the
  /// order of bytes. Those whose folder is gone may be there.
  package func otherWorktrees() throws(RepositoryProblem) -> [String] {
    let paths = try run { () throws(CallError) -> [String] in
      var names = Owned.list()
      try check("git_worktree_list", git_worktree_list(&names.raw, handle))
      var paths: [String] = []
      for name in names.texts {
        var worktree = Handle.worktree()
        try check("git_worktree_lookup", git_worktree_lookup(&worktree.raw, handle, name))
        if let path = git_worktree_path(worktree.raw) { paths.append(String(cString: path)) }
      }
      var main = Handle.repository()
      try check("git_repository_open", git_repository_open(&main.raw, commonDirectory))
      if let path = git_repository_workdir(main.raw) { paths.append(String(cString: path)) }
      return paths
    }
    let own = workingDirectory.map(Repository.withoutSlash)
    return Set(paths.map(Repository.withoutSlash)).filter { $0 != own }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func withoutSlash(_ path: String) -> String {
    path.utf8.count > 1 && path.utf8.last == UInt8(ascii: "/") ? String(path.dropLast()) : path
  }
}
