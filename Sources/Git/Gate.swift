import CGitShims
import CLibgit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// libgit2, started once and never stopped. Objects and references are flushed to the disk.
enum Library {
  static let start: Void = {
    git_libgit2_init()
    _ = rspmaint_enable_fsync()
  }()
}

/// The status of a libgit2 call that failed, with its error.
struct CallError: Error {
  let function: String
  let status: Int32
  let errorClass: Int32
  private(set) var message: String
  /// What it means, where that is known already.
  private(set) var kind: RepositoryProblem.Kind?

  init(function: String, status: Int32, errorClass: Int32, message: String) {
    self.function = function
    self.status = status
    self.errorClass = errorClass
    self.message = message
  }

  /// Reads and clears the last error, on this thread.
  ///
  /// `reason`: the system's error number after the call. libgit2 gives some failures of the disk no
  /// words, and takes others for an object that is missing.
  init(_ function: String, _ status: Int32, reason: Int32) {
    let error = git_error_last()
    self.init(
      function: function, status: status, errorClass: error.map { $0.pointee.klass } ?? 0,
      message: error.flatMap { $0.pointee.message.map { String(cString: $0) } } ?? "")
    git_error_clear()
    guard CallError.shortages.contains(reason) else { return }
    let words = strerror(reason).map { String(cString: $0) } ?? "error \(reason)"
    kind = .system
    if message.isEmpty { message = words }
    if !message.hasSuffix(words) { message += ": " + words }
  }

  /// What the system says where it lacks what any call needs: space, descriptors, memory, a sound disk.
  private static let shortages = [ENOSPC, EDQUOT, EFBIG, EIO, EMFILE, ENFILE, ENOMEM]

  /// Our own refusal to go on with what a call gave.
  init(_ kind: RepositoryProblem.Kind, _ message: String) {
    self.init(function: "", status: -1, errorClass: 0, message: message)
    self.kind = kind
  }
}

/// Passes a status that is no failure; else reads and clears the last error, on this thread.
@discardableResult
func check(_ function: String, _ status: Int32) throws(CallError) -> Int32 {
  let reason = errno
  guard status < 0 else {
    // What a call got over is no reason of the next one.
    errno = 0
    return status
  }
  throw CallError(function, status, reason: reason)
}

extension RepositoryProblem {
  /// What an error of libgit2 means.
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
func translating<Result>(
  _ path: String?, _ work: () throws(CallError) -> Result
) throws(RepositoryProblem) -> Result {
  errno = 0
  do {
    return try work()
  } catch {
    throw RepositoryProblem(error, path: path)
  }
}
