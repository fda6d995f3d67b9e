import CLibgit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension RepositoryProblem {
  /// Classifies an error of libgit2.
  init(_ error: CallError, path: String? = nil) {
    if let kind = error.kind {
      self.init(kind, path: path, detail: error.message)
      return
    }
    self.init(
      RepositoryProblem.kind(error), path: path,
      detail: error.message.isEmpty ? "no reason is given" : error.message)
  }

  private static func kind(_ error: CallError) -> Kind {
    let message = error.message
    if error.status == GIT_EOWNER.rawValue || message.contains("safe.directory") {
      return .notOwned
    }
    if message.hasPrefix("unsupported extension name extensions.") {
      let name = String(message.dropFirst("unsupported extension name extensions.".count))
      switch name {
      case "objectformat": return .sha256
      case "worktreeconfig": return .worktreeConfig
      case "partialclone": return .partialClone
      case "refstorage": return .reftable
      default: return .unsupportedExtension(name)
      }
    }
    if message.hasPrefix("unsupported repository version") { return .unsupportedVersion }
    if message.contains("mandatory extension: 'link'") { return .splitIndex }
    if message.contains("mandatory extension: 'sdir'") { return .sparseIndex }
    if error.status == GIT_EUNMERGED.rawValue { return .unmergedIndex }
    if error.status == GIT_EUNBORNBRANCH.rawValue { return .unbornBranch }
    if error.status == GIT_EAMBIGUOUS.rawValue { return .ambiguousRevision("") }
    if error.function == "git_repository_open_ext", error.status == GIT_ENOTFOUND.rawValue {
      return .notFound
    }
    // The message names the file: "failed to lock file 'PATH' for writing".
    if error.status == GIT_ELOCKED.rawValue {
      let parts = message.split(separator: "'", omittingEmptySubsequences: false)
      let file = parts.count > 2 ? parts[1..<(parts.count - 1)].joined(separator: "'") : ""
      return .indexLocked(file, seconds: LockFile.age(file) ?? 0)
    }
    switch git_error_t(UInt32(error.errorClass)) {
    case GIT_ERROR_OS: return error.isFolderGone ? .packing : .system
    case GIT_ERROR_CONFIG: return .corruptConfiguration
    case GIT_ERROR_INDEX: return .corruptIndex
    case GIT_ERROR_REFERENCE: return .corruptReference
    case GIT_ERROR_ODB:
      return error.status == GIT_ENOTFOUND.rawValue ? .missingObject : .corruptObject
    case GIT_ERROR_OBJECT, GIT_ERROR_ZLIB: return .corruptObject
    default: return .failed
    }
  }
}

/// Runs calls of libgit2, turning their errors into problems of the repository at `path`.
func translating<Result: ~Copyable>(
  _ path: String?, _ work: () throws(CallError) -> Result
) throws(RepositoryProblem) -> Result {
  errno = 0
  do {
    return try work()
  } catch {
    throw RepositoryProblem(error, path: path)
  }
}
