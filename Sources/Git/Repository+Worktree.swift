import CLibgit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The blobs of one path in tree, index and worktree; an id is that of the text as git stores it.
package struct PathState: Hashable, Sendable {
  package let path: String
  package let tree: ObjectID?
  package let index: ObjectID?
  package let worktree: ObjectID?
  /// Whether the index holds several versions from a merge.
  package let isConflicted: Bool
  /// Whether the executable bit in the index differs from the tree's.
  package let isModeStaged: Bool

  package init(
    path: String, tree: ObjectID?, index: ObjectID?, worktree: ObjectID?,
    isConflicted: Bool = false, isModeStaged: Bool = false
  ) {
    self.path = path
    self.tree = tree
    self.index = index
    self.worktree = worktree
    self.isConflicted = isConflicted
    self.isModeStaged = isModeStaged
  }

  /// Whether index and worktree hold the same as the tree.
  package var isClean: Bool {
    !isConflicted && !isModeStaged && index == tree && worktree == tree
  }
}

extension Repository {
  /// The existing lock files of git programs on the index, HEAD, the packed references and the
  /// given branch, with their ages.
  package func locks(branch: String? = nil) -> [(path: String, seconds: Int)] {
    let files =
      [gitDirectory + "index.lock", gitDirectory + "HEAD.lock"]
      + [commonDirectory + "packed-refs.lock"]
      + (branch.map { [commonDirectory + $0 + ".lock"] } ?? [])
    return files.compactMap { file in LockFile.age(file).map { (file, $0) } }
  }

  /// The states of paths compared with a tree. Reads the index and writes nothing.
  package func states(
    of paths: [String], againstTree tree: ObjectID
  ) throws(RepositoryProblem) -> [PathState] {
    var states: [PathState] = []
    for path in paths {
      let inTree = try file(at: path, inTree: tree)
      states.append(
        try run { () throws(CallError) -> PathState in
          let index = try index()
          let entry = git_index_get_bypath(index.raw, path, 0)
          let isConflicted = (1...3).contains { git_index_get_bypath(index.raw, path, $0) != nil }
          let isExecutable = entry?.pointee.mode == GIT_FILEMODE_BLOB_EXECUTABLE.rawValue
          return PathState(
            path: path, tree: inTree?.id, index: entry.map { ObjectID($0.pointee.id) },
            worktree: try worktreeID(path), isConflicted: isConflicted,
            isModeStaged: entry != nil && inTree != nil
              && isExecutable != (inTree?.mode == .executable))
        })
    }
    return states
  }

  /// The id under which git would store the file at a path, or nil where there is no file.
  package func storedID(_ path: String) throws(RepositoryProblem) -> ObjectID? {
    try run { () throws(CallError) -> ObjectID? in try worktreeID(path) }
  }

  /// The first symbolic link among a path and the folders above it, as a path from the repository's
  /// root; nil where there is none.
  package func link(onWayTo path: String) -> String? {
    var way = ""
    for step in path.steps {
      way += (way.isEmpty ? "" : "/") + step
      if LockFile.isLink((workingDirectory ?? "") + way) { return way }
    }
    return nil
  }

  func worktreeID(_ path: String) throws(CallError) -> ObjectID? {
    let full = (workingDirectory ?? "") + path
    // Anything but a file counts as changed, as records are always files.
    guard link(onWayTo: path) == nil, LockFile.isRegular(full) ?? true else {
      return ObjectID(git_oid())
    }
    let filters = try filters(path, GIT_FILTER_TO_ODB)
    var out = Owned.buffer()
    let status = git_filter_list_apply_to_file(&out.raw, filters.raw, handle, path)
    if status == GIT_ENOTFOUND.rawValue || LockFile.age(full) == nil {
      git_error_clear()
      return nil
    }
    try check("git_filter_list_apply_to_file", status)
    return ObjectID.blob(out.bytes)
  }

  /// A worktree file's bytes as git would store them, with line ends converted as attributes say.
  package func stored(_ bytes: [UInt8], path: String) throws(RepositoryProblem) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "\r")) else { return bytes }
    return try filtered(bytes, path, GIT_FILTER_TO_ODB)
  }

  /// A blob's bytes as git writes them to the worktree, with line ends converted as attributes say.
  package func worktreeBytes(_ id: ObjectID, path: String) throws(RepositoryProblem) -> [UInt8] {
    let bytes = try blob(id)
    return try filtered(bytes, path, GIT_FILTER_TO_WORKTREE)
  }

  private func filtered(
    _ bytes: [UInt8], _ path: String, _ direction: git_filter_mode_t
  ) throws(RepositoryProblem) -> [UInt8] {
    try run { () throws(CallError) -> [UInt8] in
      let filters = try filters(path, direction)
      guard filters.raw != nil else { return bytes }
      var out = Owned.buffer()
      let status = bytes.withUnsafeBytes {
        git_filter_list_apply_to_buffer(
          &out.raw, filters.raw, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
      }
      try check("git_filter_list_apply_to_buffer", status)
      return out.bytes
    }
  }

  /// The filters that convert line ends at a path. A text that would not convert back unchanged is
  /// converted too: `core.safecrlf` is a warning for adding files, not for reading them.
  private func filters(
    _ path: String, _ direction: git_filter_mode_t
  ) throws(CallError) -> Handle {
    if let file = OddFile.attributes(above: path, in: workingDirectory ?? "") {
      throw CallError(.oddFile(file), "")
    }
    var filters = Handle.filters()
    try check(
      "git_filter_list_load",
      git_filter_list_load(
        &filters.raw, handle, nil, path, direction, GIT_FILTER_ALLOW_UNSAFE.rawValue))
    return filters
  }
}
