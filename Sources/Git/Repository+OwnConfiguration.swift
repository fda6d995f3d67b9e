import CLibgit2

extension Repository {
  /// Sets keys in the repository's own configuration, one after another.
  package func set(_ settings: [(key: String, value: String)]) throws(RepositoryProblem) {
    try run { () throws(CallError) -> Void in
      let own = try ownConfiguration()
      for (key, value) in settings {
        try check("git_config_set_string", git_config_set_string(own.raw, key, value))
      }
    }
  }

  /// Takes a key out of the repository's own configuration, if it is there.
  package func unset(_ key: String) throws(RepositoryProblem) {
    try run { () throws(CallError) -> Void in
      let own = try ownConfiguration()
      let status = git_config_delete_entry(own.raw, key)
      guard status != GIT_ENOTFOUND.rawValue else { return git_error_clear() }
      try check("git_config_delete_entry", status)
    }
  }

  private func ownConfiguration() throws(CallError) -> Handle {
    var all = Handle.configuration()
    try check("git_repository_config", git_repository_config(&all.raw, handle))
    var own = Handle.configuration()
    try check(
      "git_config_open_level",
      git_config_open_level(&own.raw, all.raw, GIT_CONFIG_LEVEL_LOCAL))
    return own
  }
}
