import CLibgit2

/// A value in git's configuration; one without a value stands for true.
package struct GitSetting: Hashable, Sendable {
  /// The section and key in lower case, and the subsection unchanged.
  package let name: String
  package let value: String?

  package init(name: String, value: String?) {
    self.name = name
    self.value = value
  }

  /// Whether the value is true in any spelling that git accepts; nil where it is neither true nor
  /// false.
  package var isTrue: Bool? {
    var result: Int32 = 0
    guard git_config_parse_bool(&result, value) == 0 else {
      git_error_clear()
      return nil
    }
    return result != 0
  }
}

extension Repository {
  /// All settings that libgit2 finds; the last one of a name counts.
  package func settings() throws(RepositoryProblem) -> [GitSetting] {
    try run { () throws(CallError) -> [GitSetting] in
      let configuration = try configuration()
      var iterator = Handle.settings()
      try check(
        "git_config_iterator_new", git_config_iterator_new(&iterator.raw, configuration.raw))
      var settings: [GitSetting] = []
      while true {
        var entry: UnsafeMutablePointer<git_config_entry>?
        let status = git_config_next(&entry, iterator.raw)
        if status == GIT_ITEROVER.rawValue { return settings }
        try check("git_config_next", status)
        guard let entry = entry?.pointee, let name = entry.name else { continue }
        settings.append(
          GitSetting(name: String(cString: name), value: entry.value.map { String(cString: $0) }))
      }
    }
  }
}
