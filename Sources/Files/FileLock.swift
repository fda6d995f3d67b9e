#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A lock (flock) that the system releases when its holder ends, however that happens.
package struct FileLock: ~Copyable {
  private let descriptor: Descriptor
  private let writesNote: Bool

  /// Locks a file, which is created where it is missing, or a folder.
  ///
  /// Waits up to `waiting` seconds. `note` is written into the file and tells others who holds the
  /// lock; a locked folder can't tell.
  ///
  /// - Throws: `FileProblem`, of kind `timeOut` where the lock was not free in time.
  package init(path: String, waiting: Int, note: String) throws(FileProblem) {
    let isFolder = Path.isFolder(path)
    if !isFolder, let folder = Path.above(path) { try FileLock.makeFolder(folder) }
    let flags = isFolder ? O_RDONLY | O_DIRECTORY : O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK
    let number = open(path, flags | O_CLOEXEC, 0o666)
    guard number >= 0 else { throw FileProblem.last("lock", path) }
    let descriptor = Descriptor(number)
    var waited = 0
    while flock(descriptor.number, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { throw FileProblem.last("lock", path) }
      guard waited < waiting * 1_000 else {
        let holder = isFolder ? [] : try descriptor.read(limit: 1 << 12, path: path)
        let name = String(decoding: holder, as: UTF8.self)
        throw FileProblem(
          "lock", path, .timeOut(holder: name.isEmpty ? "its holder left no name" : name))
      }
      usleep(20_000)
      waited += 20
    }
    if !isFolder {
      ftruncate(descriptor.number, 0)
      try descriptor.write(Array("\(note), process \(getpid())".utf8), path: path)
    }
    self.descriptor = descriptor
    writesNote = !isFolder
  }

  /// Creates a folder unless it exists, and flushes it to the disk.
  private static func makeFolder(_ path: String) throws(FileProblem) {
    guard mkdir(path, 0o777) == 0 else {
      if errno == EEXIST { return }
      throw FileProblem.last("make", path)
    }
    let above = open(path + "/..", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard above >= 0 else { throw FileProblem.last("flush", path) }
    try Descriptor(above).flush(path: path)
  }

  /// Whether somebody holds the lock on a file or folder now; a missing file is free.
  package static func isHeld(path: String) -> Bool {
    let number = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard number >= 0 else { return false }
    let descriptor = Descriptor(number)
    return flock(descriptor.number, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  /// Releases the lock now, before the end of its scope.
  package consuming func release() {}

  deinit {
    if writesNote { ftruncate(descriptor.number, 0) }
  }
}
