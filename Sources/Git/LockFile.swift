#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Git's own lock files. Their owners can't be known, so rspmaint never deletes them.
enum LockFile {
  /// Whether a regular file, not a link to one, is at the path; nil where nothing is there.
  static func isRegular(_ path: String) -> Bool? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether a symbolic link is at the path.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The first bytes of a file, at most `count`, or nil where none can be read.
  static func start(of path: String, count: Int) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: count)
    let found = read(file, &bytes, count)
    return found < 0 ? nil : Array(bytes.prefix(found))
  }

  /// All bytes of a regular file, or nil where none can be read or there are more than a limit.
  static func bytes(of path: String, limit: Int) -> [UInt8]? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit
    else { return nil }
    return start(of: path, count: Int(status.st_size))
  }

  /// The age of a file in seconds, or nil where it is not there.
  static func age(_ path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Glibc)
      let modified = status.st_mtim.tv_sec
    #else
      let modified = status.st_mtimespec.tv_sec
    #endif
    return max(0, time(nil) - modified)
  }
}
