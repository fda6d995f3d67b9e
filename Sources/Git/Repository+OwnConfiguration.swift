import CLibgit2

extension Repository {
  /// Sets keys in the repository's own configuration, one after another.
  package func set(_ settings: [(key: String, value: String)]) throws(RepositoryProblem) {
    try run { () throws(CallError) -> Void in
      var all = Handle.configuration()
      try check("git_repository_config", git_repository_config(&all.raw, handle))
      var own = Handle.configuration()
      try check(
        "git_config_open_level",
        git_config_open_level(&own.raw, all.raw, GIT_CONFIG_LEVEL_LOCAL))
      for (key, value) in settings {
        try check("git_config_set_string", git_config_set_string(own.raw, key, value))
      }
    }
  }
}
