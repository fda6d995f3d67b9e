#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Git's `index.lock` in the hands of this process; gone when it is released or forgotten.
package final class IndexLock {
  /// What the file holds, so that a later run knows it from a lock of git's.
  private static let mark = "rspmaint\n"

  private let path: String
  private var isHeld = true

  private init(held path: String) { self.path = path }

  /// Creates the lock file, or returns nil and leaves the reason in `errno`.
  static func take(_ path: String) -> IndexLock? {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { return nil }
    let count = IndexLock.mark.utf8.count
    let isWritten = write(file, IndexLock.mark, count) == count
    let reason = errno
    close(file)
    guard isWritten else {
      unlink(path)
      errno = reason
      return nil
    }
    return IndexLock(held: path)
  }

  deinit { release() }

  package func release() {
    guard isHeld else { return }
    isHeld = false
    unlink(path)
  }

  /// Puts a file in the place of the lock, and that in the place of the index, each at once.
  func replace(by file: String, as index: String) -> Bool {
    guard rename(file, path) == 0, rename(path, index) == 0 else { return false }
    isHeld = false
    return true
  }

  static func isMarked(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: mark.utf8.count + 1)
    let count = read(file, &bytes, bytes.count)
    return count == mark.utf8.count && bytes.starts(with: mark.utf8)
  }
}
