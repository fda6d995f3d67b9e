#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Folder {
  /// Writes a file, whole or not at all: bytes go to a temporary file, which is flushed, then
  /// renamed.
  ///
  /// Missing folders are created; an existing file keeps its mode. `condition` is called at the
  /// last moment before the rename; where it returns false, nothing changes.
  ///
  /// Returns whether the file was written.
  ///
  /// `isExecutable`: whether a new file is executable.
  @discardableResult
  package func write(
    _ bytes: [UInt8], to path: String, isExecutable: Bool = false,
    onlyIf condition: () -> Bool = { true }
  ) throws(FileProblem) -> Bool {
    try makeFolders(for: path)
    let way = try self.way(to: path)
    var mode: mode_t = isExecutable ? 0o777 : 0o666
    var status = stat()
    let isThere = fstatat(way.number, way.name, &status, AT_SYMLINK_NOFOLLOW) == 0
    if isThere {
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw FileProblem("write", path, .notRegular)
      }
      mode = status.st_mode & 0o777
    }
    let temporary = Folder.temporaryPrefix + "\(getpid())-\(way.name)"
    unlinkat(way.number, temporary, 0)
    let file = try Descriptor.open(
      temporary, in: way.number, O_WRONLY | O_CREAT | O_EXCL, mode: mode, path: path)
    // The lock lasts until the file is closed; others see by it whether the file is being written.
    flock(file.number, LOCK_EX | LOCK_NB)
    do throws(FileProblem) {
      try file.write(bytes, path: path)
      try file.flush(path: path)
      guard !isThere || fchmod(file.number, mode) == 0 else {
        throw FileProblem.last("set the mode of", path)
      }
      guard condition() else {
        unlinkat(way.number, temporary, 0)
        return false
      }
      guard renameat(way.number, temporary, way.number, way.name) == 0 else {
        throw FileProblem.last("rename", path)
      }
      try way.folder.flush(path: path)
      return true
    } catch {
      unlinkat(way.number, temporary, 0)
      throw error
    }
  }

  /// Removes a file.
  package func removeFile(_ path: String) throws(FileProblem) {
    let way = try self.way(to: path)
    guard unlinkat(way.number, way.name, 0) == 0 else { throw FileProblem.last("remove", path) }
    try way.folder.flush(path: path)
  }

  /// Removes a file, and the folders that become empty by that.
  package func remove(_ path: String) throws(FileProblem) {
    try removeFile(path)
    var steps = Path.steps(path).dropLast()
    while steps.count > 1 {
      let above = try self.way(to: steps.joined(separator: "/"))
      guard unlinkat(above.number, above.name, AT_REMOVEDIR) == 0 else { return }
      try above.folder.flush(path: path)
      steps = steps.dropLast()
    }
  }

  /// Creates one folder, which must not exist yet.
  package func makeFolder(at path: String) throws(FileProblem) {
    let way = try self.way(to: path)
    guard mkdirat(way.number, way.name, 0o777) == 0 else { throw FileProblem.last("make", path) }
    try way.folder.flush(path: path)
  }

  private func makeFolders(for path: String) throws(FileProblem) {
    var current = ""
    for step in Path.steps(path).dropLast() {
      current += (current.isEmpty ? "" : "/") + step
      if try kind(of: current) == nil {
        do {
          try makeFolder(at: current)
        } catch {
          if !error.isTaken { throw error }
        }
      }
    }
  }
}
