import CLibgit2

/// The handles that most work on a repository needs.
extension Repository {
  /// The database of all objects, packed and loose.
  func database() throws(CallError) -> Handle {
    var database = Handle.database()
    try check("git_repository_odb", git_repository_odb(&database.raw, handle))
    return database
  }

  /// The index as it is on the disk now.
  func index() throws(CallError) -> Handle {
    var index = Handle.index()
    try check("git_repository_index", git_repository_index(&index.raw, handle))
    try check("git_index_read", git_index_read(index.raw, 0))
    return index
  }

  /// The settings of all configuration files, as they are now.
  func configuration() throws(CallError) -> Handle {
    var configuration = Handle.configuration()
    try check(
      "git_repository_config_snapshot",
      git_repository_config_snapshot(&configuration.raw, handle))
    return configuration
  }

  func tree(_ id: ObjectID) throws(CallError) -> Handle {
    var tree = Handle.tree()
    var raw = id.raw
    try check("git_tree_lookup", git_tree_lookup(&tree.raw, handle, &raw))
    return tree
  }
}
