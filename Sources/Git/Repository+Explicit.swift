import CGitShims
import CLibgit2

extension RepositoryProblem {
  /// Whether a repository that names its object format names the usual one, SHA-1.
  ///
  /// libgit2 refuses every repository that names one.
  static func namesUsualObjects(_ path: String) -> Bool {
    defer { git_error_clear() }
    var folder = Owned.buffer()
    guard git_repository_discover(&folder.raw, path, 0, nil) == 0 else { return false }
    // A linked worktree's folder names the common one in a file; then the refusal stays.
    var configuration = Handle.configuration()
    var value = Owned.buffer()
    guard git_config_open_ondisk(&configuration.raw, folder.text + "config") == 0,
      git_config_get_string_buf(&value.raw, configuration.raw, "extensions.objectformat") == 0
    else { return false }
    return value.text == "sha1"
  }
}

/// Runs work while libgit2 takes a repository that names its object format.
func takingNamedObjects<Result: ~Copyable>(
  _ work: () throws(CallError) -> Result
) throws(CallError) -> Result {
  _ = rspmaint_take_object_format(1)
  defer { _ = rspmaint_take_object_format(0) }
  return try work()
}
