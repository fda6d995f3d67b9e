import CLibgit2

/// What an attribute of git's says of a path.
package enum AttributeValue: Hashable, Sendable {
  case unspecified, set, unset
  case text(String)
}

extension Repository {
  /// All values of a configuration key in lower case, in their order; none where it is not set.
  package func strings(forKey key: String) throws(RepositoryProblem) -> [String] {
    try settings().filter { $0.name.utf8.elementsEqual(key.utf8) }.map { $0.value ?? "" }
  }

  /// What the `.gitattributes` of a commit, not of any worktree, say of a path.
  package func attribute(
    _ name: String, of path: String, atCommit commit: ObjectID
  ) throws(RepositoryProblem) -> AttributeValue {
    var options = git_attr_options()
    options.version = UInt32(GIT_ATTR_OPTIONS_VERSION)
    options.flags =
      UInt32(GIT_ATTR_CHECK_INDEX_ONLY) | UInt32(GIT_ATTR_CHECK_NO_SYSTEM)
      | UInt32(GIT_ATTR_CHECK_INCLUDE_COMMIT)
    options.attr_commit_id = commit.raw
    return try attribute(name, of: path, options)
  }

  /// The value of an attribute of a path, as git takes it in the worktree.
  package func attribute(
    _ name: String, ofWorktreePath path: String
  ) throws(RepositoryProblem) -> AttributeValue {
    if let file = OddFile.attributes(above: path, in: workingDirectory ?? "") {
      throw RepositoryProblem(.oddFile(file), path: gitDirectory)
    }
    var options = git_attr_options()
    options.version = UInt32(GIT_ATTR_OPTIONS_VERSION)
    options.flags = UInt32(GIT_ATTR_CHECK_FILE_THEN_INDEX)
    return try attribute(name, of: path, options)
  }

  private func attribute(
    _ name: String, of path: String, _ options: git_attr_options
  ) throws(RepositoryProblem) -> AttributeValue {
    try run { () throws(CallError) -> AttributeValue in
      var options = options
      var value: UnsafePointer<CChar>?
      try check(
        "git_attr_get_ext", git_attr_get_ext(&value, handle, &options, path, name))
      switch git_attr_value(value) {
      case GIT_ATTR_VALUE_TRUE: return .set
      case GIT_ATTR_VALUE_FALSE: return .unset
      case GIT_ATTR_VALUE_STRING: return .text(value.map { String(cString: $0) } ?? "")
      default: return .unspecified
      }
    }
  }
}
