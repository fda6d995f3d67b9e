import CLibgit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A failed libgit2 call: its status and its error.
struct CallError: Error {
  let function: String
  let status: Int32
  let errorClass: Int32
  private(set) var message: String
  /// The kind of problem, where it is known already.
  private(set) var kind: RepositoryProblem.Kind?

  init(function: String, status: Int32, errorClass: Int32, message: String) {
    self.function = function
    self.status = status
    self.errorClass = errorClass
    self.message = message
  }

  /// Reads and clears the last error, on this thread.
  ///
  /// `reason`: the system's error number after the call. libgit2 reports some disk failures without
  /// a message, and others as a missing object.
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

  /// The system's error numbers for what any call needs: space, descriptors, memory, a sound disk.
  private static let shortages = [ENOSPC, EDQUOT, EFBIG, EIO, EMFILE, ENFILE, ENOMEM]

  /// Makes an error of our own, where a call succeeded with a result that can't be used.
  init(_ kind: RepositoryProblem.Kind, _ message: String) {
    self.init(function: "", status: -1, errorClass: 0, message: message)
    self.kind = kind
  }
}

/// Returns a status that is no failure; otherwise reads and clears this thread's last error.
@discardableResult
func check(_ function: String, _ status: Int32) throws(CallError) -> Int32 {
  let reason = errno
  guard status < 0 else {
    // An error number that a successful call left must not explain the next failure.
    errno = 0
    return status
  }
  throw CallError(function, status, reason: reason)
}
