import CLibgit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where one path stands in tree, index and worktree; an id is that of the text as git stores it.
package struct PathState: Hashable, Sendable {
  package let path: String
  package let tree: ObjectID?
  package let index: ObjectID?
  package let worktree: ObjectID?
  /// Whether the index holds several versions of a merge.
  package let isConflicted: Bool

  /// Whether index and worktree are what the tree holds.
  package var isClean: Bool { !isConflicted && index == tree && worktree == tree }
}

extension Repository {
  /// Git's lock on the index, with its age, or nil.
  package var indexLock: (path: String, seconds: Int)? {
    let file = gitDirectory + "index.lock"
    return LockFile.age(file).map { (file, $0) }
  }

  /// Where paths stand, against a tree. Reads the index and writes nothing.
  package func states(
    of paths: [String], againstTree tree: ObjectID
  ) throws(RepositoryProblem) -> [PathState] {
    var states: [PathState] = []
    for path in paths {
      let treeID = try file(at: path, inTree: tree)?.id
      states.append(
        try run { () throws(CallError) -> PathState in
          var index: OpaquePointer?
          defer { git_index_free(index) }
          try check("git_repository_index", git_repository_index(&index, handle))
          try check("git_index_read", git_index_read(index, 0))
          let entry = git_index_get_bypath(index, path, 0)
          let isConflicted = (1...3).contains { git_index_get_bypath(index, path, $0) != nil }
          return PathState(
            path: path, tree: treeID, index: entry.map { ObjectID($0.pointee.id) },
            worktree: try worktreeID(path), isConflicted: isConflicted)
        })
    }
    return states
  }

  /// The id that the file at a path would be stored under, or nil where there is none.
  private func worktreeID(_ path: String) throws(CallError) -> ObjectID? {
    var id = git_oid()
    let full = (workingDirectory ?? "") + path
    // Anything but a file counts as changed: it is never what a tree of records holds.
    guard LockFile.isRegular(full) ?? true else { return ObjectID(git_oid()) }
    let status = git_repository_hashfile(&id, handle, full, GIT_OBJECT_BLOB, nil)
    if status == GIT_ENOTFOUND.rawValue || LockFile.age(full) == nil {
      git_error_clear()
      return nil
    }
    try check("git_repository_hashfile", status)
    return ObjectID(id)
  }

  /// Text from the worktree as git would store it: line ends converted as attributes say.
  package func stored(_ bytes: [UInt8], path: String) throws(RepositoryProblem) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "\r")) else { return bytes }
    return try run { () throws(CallError) -> [UInt8] in
      var filters: OpaquePointer?
      defer { git_filter_list_free(filters) }
      try check(
        "git_filter_list_load",
        git_filter_list_load(
          &filters, handle, nil, path, GIT_FILTER_TO_ODB, GIT_FILTER_ALLOW_UNSAFE.rawValue))
      guard filters != nil else { return bytes }
      var out = git_buf()
      defer { git_buf_dispose(&out) }
      let status = bytes.withUnsafeBytes {
        git_filter_list_apply_to_buffer(
          &out, filters, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
      }
      try check("git_filter_list_apply_to_buffer", status)
      return Array(UnsafeRawBufferPointer(start: out.ptr, count: out.size))
    }
  }

  /// Brings index entries and files of exactly these paths from one tree to another, after a
  /// reference has moved. A file that was changed meanwhile stays, and gets only the new entry.
  ///
  /// Returns the paths whose files were kept.
  package func checkOut(
    _ paths: [String], from old: ObjectID, to new: ObjectID
  ) throws(RepositoryProblem) -> [String] {
    let states = try states(of: paths, againstTree: old)
    let kept = states.filter { $0.worktree != $0.tree }.map(\.path)
    let fresh = paths.filter { !kept.contains($0) }
    try checkOutFiles(fresh, old, new)
    try setEntries(of: kept, new)
    return kept
  }

  private func checkOutFiles(
    _ paths: [String], _ old: ObjectID, _ new: ObjectID
  ) throws(RepositoryProblem) {
    guard !paths.isEmpty else { return }
    try run { () throws(CallError) in
      var options = git_checkout_options()
      try check(
        "git_checkout_options_init",
        git_checkout_options_init(&options, UInt32(GIT_CHECKOUT_OPTIONS_VERSION)))
      options.checkout_strategy =
        GIT_CHECKOUT_SAFE.rawValue | GIT_CHECKOUT_DISABLE_PATHSPEC_MATCH.rawValue
      var baseline: OpaquePointer?
      defer { git_tree_free(baseline) }
      var (oldID, newID) = (old.raw, new.raw)
      try check("git_tree_lookup", git_tree_lookup(&baseline, handle, &oldID))
      options.baseline = baseline
      var target: OpaquePointer?
      defer { git_object_free(target) }
      try check("git_object_lookup", git_object_lookup(&target, handle, &newID, GIT_OBJECT_TREE))
      var names = paths.map { strdup($0) }
      defer { for name in names { free(name) } }
      let status = names.withUnsafeMutableBufferPointer { names in
        options.paths = git_strarray(strings: names.baseAddress, count: names.count)
        return git_checkout_tree(handle, target, &options)
      }
      try check("git_checkout_tree", status)
    }
  }

  /// Gives paths the index entries of a tree and leaves their files alone.
  private func setEntries(of paths: [String], _ tree: ObjectID) throws(RepositoryProblem) {
    guard !paths.isEmpty else { return }
    var wanted: [(String, ObjectID?)] = []
    for path in paths { wanted.append((path, try file(at: path, inTree: tree)?.id)) }
    try run { () throws(CallError) in
      var index: OpaquePointer?
      defer { git_index_free(index) }
      try check("git_repository_index", git_repository_index(&index, handle))
      for (path, id) in wanted {
        guard let id else {
          try check("git_index_remove", git_index_remove(index, path, 0))
          continue
        }
        var entry = git_index_entry()
        entry.mode = GIT_FILEMODE_BLOB.rawValue
        entry.id = id.raw
        let name = strdup(path)
        defer { free(name) }
        entry.path = UnsafePointer(name)
        try check("git_index_add", git_index_add(index, &entry))
      }
      try check("git_index_write", git_index_write(index))
    }
  }
}
