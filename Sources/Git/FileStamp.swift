import CLibgit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What git records of a file in the index, to notice later whether the file has changed.
struct FileStamp: Equatable {
  private let changed: [Int]
  private let modified: [Int]
  private let identity: [UInt64]

  /// Returns nil where no regular file is at the path.
  init?(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    #if canImport(Glibc)
      let (changed, modified) = (status.st_ctim, status.st_mtim)
    #else
      let (changed, modified) = (status.st_ctimespec, status.st_mtimespec)
    #endif
    self.changed = [changed.tv_sec, changed.tv_nsec]
    self.modified = [modified.tv_sec, modified.tv_nsec]
    identity = [
      UInt64(status.st_dev), UInt64(status.st_ino), UInt64(status.st_uid),
      UInt64(status.st_gid), UInt64(status.st_size),
    ]
  }

  /// An index entry that holds only the stamp; git keeps 32 bits of each number.
  var entry: git_index_entry {
    var entry = git_index_entry()
    entry.ctime = git_index_time(
      seconds: Int32(truncatingIfNeeded: changed[0]),
      nanoseconds: UInt32(truncatingIfNeeded: changed[1]))
    entry.mtime = git_index_time(
      seconds: Int32(truncatingIfNeeded: modified[0]),
      nanoseconds: UInt32(truncatingIfNeeded: modified[1]))
    entry.dev = UInt32(truncatingIfNeeded: identity[0])
    entry.ino = UInt32(truncatingIfNeeded: identity[1])
    entry.uid = UInt32(truncatingIfNeeded: identity[2])
    entry.gid = UInt32(truncatingIfNeeded: identity[3])
    entry.file_size = UInt32(truncatingIfNeeded: identity[4])
    return entry
  }
}
