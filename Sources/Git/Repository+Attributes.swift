import CGitShims
import CLibgit2

/// The value of a git attribute for a path.
package enum AttributeValue: Hashable, Sendable {
  case unspecified, set, unset
  case text(String)
}

extension Repository {
  /// The paths of attribute files outside the worktree, weakest first; most of them don't exist.
  ///
  /// The repository's own file comes last.
  package func attributeFiles() throws(RepositoryProblem) -> [String] {
    var files = try folders(of: GIT_CONFIG_LEVEL_SYSTEM).map { $0 + "/gitattributes" }
    if let named = try path(forKey: "core.attributesFile") {
      files.append(named)
    } else {
      files += try folders(of: GIT_CONFIG_LEVEL_XDG).map { $0 + "/attributes" }
    }
    return files + [commonDirectory + "info/attributes"]
  }

  /// The `.gitattributes` in the index for a folder, given with its final slash, or nil. In an
  /// unfinished merge it is our side's.
  package func indexedAttributes(
    inFolder folder: String
  ) throws(RepositoryProblem) -> TreeFile? {
    try run { () throws(CallError) -> TreeFile? in
      let index = try index()
      let path = folder + ".gitattributes"
      guard
        let found = git_index_get_bypath(index.raw, path, 0)
          ?? git_index_get_bypath(index.raw, path, 2)
      else { return nil }
      let mode = git_filemode_t(rawValue: found.pointee.mode)
      return TreeFile(
        path: path,
        mode: StoredEntry(bytes: [], rawMode: mode, id: ObjectID(found.pointee.id)).mode,
        id: ObjectID(found.pointee.id))
    }
  }

  private func folders(of level: git_config_level_t) throws(RepositoryProblem) -> [String] {
    try run { () throws(CallError) -> [String] in
      var out = Owned.buffer()
      try check("git_libgit2_opts", rspmaint_search_path(Int32(level.rawValue), &out.raw))
      return out.text.utf8.split(separator: UInt8(ascii: ":")).map { String(Substring($0)) }
    }
  }

  /// The value of a configuration key that is a path, with the home folder spelled out.
  private func path(forKey key: String) throws(RepositoryProblem) -> String? {
    try run { () throws(CallError) -> String? in
      let configuration = try configuration()
      var out = Owned.buffer()
      let status = git_config_get_path(&out.raw, configuration.raw, key)
      if status == GIT_ENOTFOUND.rawValue {
        git_error_clear()
        return nil
      }
      try check("git_config_get_path", status)
      return out.text
    }
  }
}
