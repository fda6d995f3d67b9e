#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A failed file operation, with its path and the reason.
package struct FileProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The system's error number.
    case system(Int32)
    case notRegular
    case tooLarge
    /// A lock was not free in time.
    case timeOut(holder: String)
  }

  /// The operation as a verb: `open`, `rename`.
  package let operation: String
  package let path: String
  package let kind: Kind

  package init(_ operation: String, _ path: String, _ kind: Kind) {
    self.operation = operation
    self.path = path
    self.kind = kind
  }

  /// Makes a problem from the C library's `errno`; it must be called at once after the failure.
  static func last(_ operation: String, _ path: String) -> FileProblem {
    FileProblem(operation, path, .system(errno))
  }

  /// The problem that something is at a path already.
  package static func taken(_ operation: String, _ path: String) -> FileProblem {
    FileProblem(operation, path, .system(EEXIST))
  }

  package var isMissing: Bool { kind == .system(ENOENT) }
  package var isTaken: Bool { kind == .system(EEXIST) || kind == .system(ENOTEMPTY) }
  /// Whether something in the path is not a folder.
  package var isBlocked: Bool { kind == .system(ELOOP) || kind == .system(ENOTDIR) }
  package var isTooLarge: Bool { kind == .tooLarge }

  package var isTimeOut: Bool {
    if case .timeOut = kind { return true }
    return false
  }

  /// The reason, in the system's words.
  package var text: String {
    switch kind {
    case .system(ELOOP), .system(ENOTDIR): "a symbolic link or a file is in the way"
    case .system(let code): strerror(code).map { String(cString: $0) } ?? "error \(code)"
    case .notRegular: "it is not a regular file"
    case .tooLarge: "the file is too large"
    case .timeOut(let holder): holder
    }
  }
}
