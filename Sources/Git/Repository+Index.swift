import CLibgit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Repository {
  /// Sets the index entries of some paths to those of a tree, and leaves all others as they are.
  ///
  /// Files are not touched. The lock is held throughout, so that nothing that others stage
  /// meanwhile is lost. An executable bit that the user staged stays.
  ///
  /// - Throws: `RepositoryProblem` of kind `indexLocked` where someone removed the lock.
  package func setEntries(
    of paths: [String], from tree: ObjectID, _ lock: IndexLock
  ) throws(RepositoryProblem) {
    guard !paths.isEmpty else { return }
    var wanted: [(path: String, file: TreeFile?)] = []
    for path in paths { wanted.append((path, try file(at: path, inTree: tree))) }
    // It is named like all temporary files of this tool, so that a later run finds it.
    guard mkdir(gitDirectory + "rspmaint", 0o777) == 0 || errno == EEXIST else {
      throw system("make a folder for the")
    }
    let scratch = gitDirectory + "rspmaint/.rspmaint-\(getpid())-index"
    defer { unlink(scratch) }
    let status = try copyIndex(to: scratch)
    try run { () throws(CallError) in
      var index = Handle.index()
      try check("git_index_open", git_index_open(&index.raw, scratch))
      for (path, file) in wanted { try set(path, file, in: index) }
      try check("git_index_write", git_index_write(index.raw))
    }
    try flush(scratch, as: status)
    guard lock.isThere else { throw locked(lock.path) }
    guard rename(scratch, indexPath) == 0 else { throw system("rename") }
    try flush(gitDirectory)
  }

  /// Flushes a file or folder to the disk, with another file's mode and time where they are given.
  ///
  /// The index keeps its old time, so that git still compares the files whose stamps it can't
  /// trust.
  private func flush(_ path: String, as status: stat? = nil) throws(RepositoryProblem) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw system("flush") }
    defer { close(file) }
    if let status {
      #if canImport(Glibc)
        let time = status.st_mtim
      #else
        let time = status.st_mtimespec
      #endif
      guard fchmod(file, status.st_mode & 0o777) == 0, futimens(file, [time, time]) == 0 else {
        throw system("set mode and time of")
      }
    }
    guard fsync(file) == 0 else { throw system("flush") }
  }

  private var indexPath: String { gitDirectory + "index" }

  /// Takes git's lock on the index, so that no git program reads the index to commit it, or writes
  /// it, until the lock is released.
  ///
  /// - Throws: `RepositoryProblem` of kind `indexLocked` where another program holds the index.
  package func lockIndex() throws(RepositoryProblem) -> IndexLock {
    let path = indexPath + ".lock"
    if let lock = IndexLock.take(path) { return lock }
    guard errno == EEXIST else { throw system("lock") }
    throw locked(path)
  }

  private func locked(_ path: String) -> RepositoryProblem {
    RepositoryProblem(.indexLocked(path, seconds: LockFile.age(path) ?? 0), path: gitDirectory)
  }

  /// Takes over the lock on the index that a run of this tool left when it was killed, or returns
  /// nil where there is none; git's own locks stay.
  ///
  /// Call it only while no other run of this tool can be under way in this repository.
  package func adoptIndexLock() -> IndexLock? { IndexLock.adopt(indexPath + ".lock") }

  /// Copies the index, if there is one, and returns its status from the system.
  private func copyIndex(to path: String) throws(RepositoryProblem) -> stat? {
    unlink(path)
    let source = open(indexPath, O_RDONLY | O_CLOEXEC)
    if source < 0, errno == ENOENT { return nil }
    defer { close(source) }
    let copy = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    defer { close(copy) }
    var status = stat()
    guard source >= 0, copy >= 0, fstat(source, &status) == 0 else { throw system("copy") }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(source, &buffer, buffer.count)
      guard count >= 0 else { throw system("read") }
      guard count > 0 else { break }
      var written = 0
      // On a full disk the first call writes a part, and only the next one fails.
      while written < count {
        let more = buffer[written..<count].withUnsafeBytes { write(copy, $0.baseAddress, $0.count) }
        guard more > 0 else { throw system("copy") }
        written += more
      }
    }
    return status
  }

  private func set(
    _ path: String, _ file: TreeFile?, in index: borrowing Handle
  ) throws(CallError) {
    let present = git_index_get_bypath(index.raw, path, 0)?.pointee
    guard let file else {
      guard present != nil else { return }
      try check("git_index_remove", git_index_remove(index.raw, path, 0))
      return
    }
    var entry = try unchanged(path, file.id) ?? git_index_entry()
    let isExecutable =
      present.map { $0.mode == GIT_FILEMODE_BLOB_EXECUTABLE.rawValue }
      ?? (file.mode == .executable)
    entry.mode = (isExecutable ? GIT_FILEMODE_BLOB_EXECUTABLE : GIT_FILEMODE_BLOB).rawValue
    entry.id = file.id.raw
    let name = strdup(path)
    defer { free(name) }
    entry.path = UnsafePointer(name)
    try check("git_index_add", git_index_add(index.raw, &entry))
  }

  /// The index entry of a file that holds a blob's text, or nil; git then compares the file itself.
  private func unchanged(_ path: String, _ id: ObjectID) throws(CallError) -> git_index_entry? {
    let full = (workingDirectory ?? "") + path
    guard let before = FileStamp(full), try worktreeID(path) == id,
      let after = FileStamp(full), before == after
    else { return nil }
    return after.entry
  }

  private func system(_ operation: String) -> RepositoryProblem {
    let reason = strerror(errno).map { String(cString: $0) } ?? ""
    return RepositoryProblem(.system, path: gitDirectory, detail: "\(operation) index: \(reason)")
  }
}
