#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Git's `index.lock`, held by this process; the file is removed on release or deinit.
///
/// A user may remove the file meanwhile, and a git program may then create its own. So the file
/// stays open here, and another file at its path is left alone.
package final class IndexLock {
  /// The file's content, by which a later run tells it from git's own lock.
  private static let mark = "rspmaint\n"

  package let path: String
  private let file: Int32
  private var isHeld = true

  private init(_ path: String, _ file: Int32) {
    self.path = path
    self.file = file
  }

  /// Creates the lock file, or returns nil and leaves the reason in `errno`.
  static func take(_ path: String) -> IndexLock? {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { return nil }
    let count = IndexLock.mark.utf8.count
    let written = write(file, IndexLock.mark, count)
    guard written == count else {
      let reason = written < 0 ? errno : ENOSPC
      unlink(path)
      close(file)
      errno = reason
      return nil
    }
    return IndexLock(path, file)
  }

  /// Takes over the lock file that an earlier run of this tool left; returns nil where there is no
  /// lock, or where git's own is there.
  static func adopt(_ path: String) -> IndexLock? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: mark.utf8.count + 1)
    let count = read(file, &bytes, bytes.count)
    guard count == mark.utf8.count, bytes.starts(with: mark.utf8) else {
      close(file)
      return nil
    }
    return IndexLock(path, file)
  }

  deinit {
    release()
    close(file)
  }

  /// Whether the file at the path is still the one that is held.
  var isThere: Bool {
    var (held, found) = (stat(), stat())
    return isHeld && fstat(file, &held) == 0 && lstat(path, &found) == 0
      && held.st_dev == found.st_dev && held.st_ino == found.st_ino
  }

  package func release() {
    guard isThere else { return }
    unlink(path)
    isHeld = false
  }

  /// Leaves the file for a later run to take over; until then no git program writes the index.
  /// Returns whether the file is still there.
  @discardableResult
  package func keep() -> Bool {
    let isKept = isThere
    isHeld = false
    return isKept
  }
}
