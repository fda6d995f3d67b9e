import CLibgit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What making commits again on another one takes: whole trees, with links and modes.
extension Repository {
  /// Stores a tree: a base with files put in place as they are, or removed where there is none.
  package func writeTree(
    base: ObjectID, placing files: [(path: String, file: TreeFile?)]
  ) throws(RepositoryProblem) -> ObjectID {
    try run { () throws(CallError) -> ObjectID in
      let tree = try tree(base)
      let names = files.map { strdup($0.path) }
      defer { for name in names { free(name) } }
      let updates = zip(files, names).map { item, name in
        git_tree_update(
          action: item.file == nil ? GIT_TREE_UPDATE_REMOVE : GIT_TREE_UPDATE_UPSERT,
          id: item.file?.id.raw ?? git_oid(),
          filemode: Repository.mode(of: item.file), path: name)
      }
      var id = git_oid()
      try check(
        "git_tree_create_updated",
        git_tree_create_updated(&id, handle, tree.raw, updates.count, updates))
      return ObjectID(id)
    }
  }

  private static func mode(of file: TreeFile?) -> git_filemode_t {
    switch file?.mode {
    case .executable: GIT_FILEMODE_BLOB_EXECUTABLE
    case .symlink: GIT_FILEMODE_LINK
    case .gitlink: GIT_FILEMODE_COMMIT
    case .file, nil: GIT_FILEMODE_BLOB
    }
  }
}
