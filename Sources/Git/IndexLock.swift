#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Git's `index.lock` in the hands of this process; gone when it is released or forgotten.
///
/// A user may remove the file meanwhile, and a git program then make its own. So the file stays open
/// here, and nothing is done to another one that stands at its path.
package final class IndexLock {
  /// What the file holds, so that a later run knows it from a lock of git's.
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

  /// Takes over the lock file that a run of this tool left, or returns nil where none is there, or
  /// one of git's.
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

  /// Leaves the file for a later run, which takes it over: until then no git program writes the
  /// index. Returns whether it is there.
  @discardableResult
  package func keep() -> Bool {
    let isKept = isThere
    isHeld = false
    return isKept
  }
}
