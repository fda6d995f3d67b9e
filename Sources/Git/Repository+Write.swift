import CLibgit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Repository {
  /// Stores a blob of exactly these bytes; no filter applies.
  package func writeBlob(_ bytes: [UInt8]) throws(RepositoryProblem) -> ObjectID {
    try run { () throws(CallError) -> ObjectID in
      var id = git_oid()
      let status = bytes.withUnsafeBytes {
        git_blob_create_from_buffer(&id, handle, $0.baseAddress, $0.count)
      }
      try check("git_blob_create_from_buffer", status)
      return ObjectID(id)
    }
  }

  /// Stores a tree: a base in which files are replaced, or removed where the id is nil. A file that
  /// is executable in the base stays executable.
  package func writeTree(
    base: ObjectID, changes: [(path: String, id: ObjectID?)]
  ) throws(RepositoryProblem) -> ObjectID {
    var executable: Set<String> = []
    for change in changes where try file(at: change.path, inTree: base)?.mode == .executable {
      executable.insert(change.path)
    }
    return try run { () throws(CallError) -> ObjectID in
      let tree = try tree(base)
      let names = changes.map { strdup($0.path) }
      defer { for name in names { free(name) } }
      let updates = zip(changes, names).map { change, name in
        git_tree_update(
          action: change.id == nil ? GIT_TREE_UPDATE_REMOVE : GIT_TREE_UPDATE_UPSERT,
          id: change.id?.raw ?? git_oid(),
          filemode: executable.contains(change.path)
            ? GIT_FILEMODE_BLOB_EXECUTABLE : GIT_FILEMODE_BLOB, path: name)
      }
      var id = git_oid()
      try check(
        "git_tree_create_updated",
        git_tree_create_updated(&id, handle, tree.raw, updates.count, updates))
      return ObjectID(id)
    }
  }

  /// Stores a commit without moving any reference.
  package func writeCommit(
    tree: ObjectID, parents: [ObjectID], author: Signature, committer: Signature, message: String
  ) throws(RepositoryProblem) -> ObjectID {
    let text = try commitText(
      tree: tree, parents: parents, author: author, committer: committer, message: message)
    return try run { () throws(CallError) -> ObjectID in
      try store(text, GIT_OBJECT_COMMIT, in: database())
    }
  }

  /// Stores an object of exactly these bytes in a database of objects.
  @discardableResult
  func store(
    _ bytes: [UInt8], _ kind: git_object_t, in database: borrowing Handle
  ) throws(CallError) -> ObjectID {
    var id = git_oid()
    let status = bytes.withUnsafeBytes {
      git_odb_write(&id, database.raw, $0.baseAddress, $0.count, kind)
    }
    try check("git_odb_write", status)
    return ObjectID(id)
  }

  /// The object that a reference points to, or nil where the reference is missing.
  package func target(of name: String) throws(RepositoryProblem) -> ObjectID? {
    try run { () throws(CallError) -> ObjectID? in
      var id = git_oid()
      let status = git_reference_name_to_id(&id, handle, name)
      if status == GIT_ENOTFOUND.rawValue {
        git_error_clear()
        return nil
      }
      try check("git_reference_name_to_id", status)
      return ObjectID(id)
    }
  }

  /// Moves a reference, if it still points to what was read.
  ///
  /// - Throws: `RepositoryProblem` of kind `referenceMoved` where another program moved it, and
  ///   `referenceLocked` where another program holds its lock.
  package func moveReference(
    _ name: String, from old: ObjectID, to new: ObjectID, by committer: Signature, message: String
  ) throws(RepositoryProblem) {
    var reference = Handle.reference()
    var (newID, oldID) = (new.raw, old.raw)
    try run { () throws(CallError) -> Void in
      _ = try committer.line()
      let status = git_repository_set_ident(handle, committer.name, committer.email)
      try check("git_repository_set_ident", status)
    }
    errno = 0
    let status = git_reference_create_matching(
      &reference.raw, handle, name, &newID, 1, &oldID, message)
    guard status == 0 else {
      throw problem("git_reference_create_matching", status, reason: errno, with: name)
    }
  }

  /// The problem where a reference could not be written.
  func problem(
    _ function: String, _ status: Int32, reason: Int32, with name: String
  ) -> RepositoryProblem {
    switch status {
    case GIT_EMODIFIED.rawValue, GIT_ENOTFOUND.rawValue:
      git_error_clear()
      return RepositoryProblem(.referenceMoved(name), path: gitDirectory)
    case GIT_EEXISTS.rawValue:
      git_error_clear()
      return RepositoryProblem(.referenceExists(name), path: gitDirectory)
    case GIT_ELOCKED.rawValue:
      git_error_clear()
      let own = commonDirectory + name + ".lock"
      let lock = locks(branch: name).last ?? (own, 0)
      return RepositoryProblem(
        .referenceLocked(lock.path, seconds: lock.seconds), path: gitDirectory)
    default:
      return RepositoryProblem(CallError(function, status, reason: reason), path: gitDirectory)
    }
  }
}
