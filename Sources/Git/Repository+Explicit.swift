import CGitShims
import CLibgit2

extension RepositoryProblem {
  /// Whether a repository that names its object format names the usual one, SHA-1.
  ///
  /// libgit2 refuses every repository that names one.
  static func namesUsualObjects(_ path: String) -> Bool {
    var folder = git_buf()
    var config: OpaquePointer?
    var value = git_buf()
    defer {
      git_buf_dispose(&folder)
      git_buf_dispose(&value)
      git_config_free(config)
      git_error_clear()
    }
    guard git_repository_discover(&folder, path, 0, nil) == 0 else { return false }
    let place = String(cString: folder.ptr)
    // A linked worktree's folder names the common one in a file; then the refusal stays.
    guard git_config_open_ondisk(&config, place + "config") == 0,
      git_config_get_string_buf(&value, config, "extensions.objectformat") == 0
    else { return false }
    return String(cString: value.ptr) == "sha1"
  }
}

/// Runs work while libgit2 takes a repository that names its object format.
func takingNamedObjects<Result>(_ work: () throws(CallError) -> Result) throws(CallError) -> Result
{
  _ = rspmaint_take_object_format(1)
  defer { _ = rspmaint_take_object_format(0) }
  return try work()
}
