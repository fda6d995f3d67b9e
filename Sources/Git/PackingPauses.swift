import CLibgit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The pauses before a failed call is tried again while another program packs the objects, as
/// `git gc` does: it moves them into a new pack, then removes the old packs and empty folders.
struct PackingPauses {
  /// The mean pause in microseconds; each is between half and one and a half times as long.
  private static let length: UInt32 = 10_000
  /// How often an object is looked for. It is only gone for an instant, but one run of `git gc` may
  /// follow another.
  private static let looks = 100
  /// How often writing an object is tried: its folder may be removed again and again.
  private static let writes = 200

  private var count = 0

  /// Pauses and returns true where the call may succeed next time; otherwise returns false at once.
  mutating func pause(after error: CallError) -> Bool {
    count += 1
    guard count <= PackingPauses.limit(error) else { return false }
    usleep(UInt32.random(in: PackingPauses.length / 2...PackingPauses.length * 3 / 2))
    return true
  }

  private static func limit(_ error: CallError) -> Int {
    guard error.kind == nil else { return 0 }
    if error.errorClass == Int32(GIT_ERROR_ODB.rawValue), error.status == GIT_ENOTFOUND.rawValue {
      return looks
    }
    guard error.isFolderGone else { return 0 }
    return writes
  }
}

extension CallError {
  /// Whether an object could not be written because its folder was gone.
  var isFolderGone: Bool {
    errorClass == Int32(GIT_ERROR_OS.rawValue) && message.contains("/objects/")
      && message.hasSuffix(strerror(ENOENT).map { String(cString: $0) } ?? "")
  }
}
