#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A lock that the system gives up with its holder, however that ends (flock).
package struct FileLock: ~Copyable {
  private let descriptor: Descriptor
  private let writesNote: Bool

  /// Takes the lock on a file, which is made where it is missing, or on a folder.
  ///
  /// Waits up to `waiting` seconds. `note` tells others who holds it; a folder can't.
  ///
  /// - Throws: `FileProblem`, its kind `timeOut` where the lock was not free in time.
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

  /// Makes a folder, on the disk as well, unless it is there.
  private static func makeFolder(_ path: String) throws(FileProblem) {
    guard mkdir(path, 0o777) == 0 else {
      if errno == EEXIST { return }
      throw FileProblem.last("make", path)
    }
    let above = open(path + "/..", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard above >= 0 else { throw FileProblem.last("flush", path) }
    try Descriptor(above).flush(path: path)
  }

  /// Whether somebody holds the lock of a file or folder right now; one that is not there is free.
  package static func isHeld(path: String) -> Bool {
    let number = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard number >= 0 else { return false }
    let descriptor = Descriptor(number)
    return flock(descriptor.number, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  /// Gives the lock up now, not only where its owner ends.
  package consuming func release() {}

  deinit {
    if writesNote { ftruncate(descriptor.number, 0) }
  }
}
