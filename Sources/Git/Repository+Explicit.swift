import CGitShims
import CLibgit2

extension RepositoryProblem {
  /// Whether a repository explicitly names the usual object format, SHA-1.
  ///
  /// libgit2 refuses every repository that names its object format.
  static func namesUsualObjects(_ path: String) -> Bool {
    defer { git_error_clear() }
    var folder = Owned.buffer()
    guard git_repository_discover(&folder.raw, path, 0, nil) == 0 else { return false }
    // A linked worktree's folder has no configuration of its own, so that it stays refused.
    var configuration = Handle.configuration()
    var value = Owned.buffer()
    guard git_config_open_ondisk(&configuration.raw, folder.text + "config") == 0,
      git_config_get_string_buf(&value.raw, configuration.raw, "extensions.objectformat") == 0
    else { return false }
    return value.text == "sha1"
  }
}

/// Runs work while libgit2 is set to accept a repository that names its object format.
func takingNamedObjects<Result: ~Copyable>(
  _ work: () throws(CallError) -> Result
) throws(CallError) -> Result {
  _ = rspmaint_take_object_format(1)
  defer { _ = rspmaint_take_object_format(0) }
  return try work()
}
