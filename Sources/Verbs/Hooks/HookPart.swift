/// What `hooks` installs, each by the name that a user types.
package enum HookPart: String, CaseIterable, Sendable {
  /// Judges what is about to be committed.
  case preCommit = "pre-commit"
  /// Keeps lines out of messages that only this tool writes.
  case commitMessage = "commit-msg"
  /// Shows changes of files in words.
  case diff
}

/// What stands where a part is installed.
package enum HookState: String, Sendable {
  case missing
  case installed
  /// Ours, but of another program or for another folder.
  case outdated
  /// The user's own hook, which calls ours.
  case called
  /// Something else, which stays as it is.
  case other
}

/// One part, as it stands in a repository.
package struct FoundHook: Sendable {
  package let part: HookPart
  package let state: HookState
  /// The absolute path of its file.
  package let path: String

  /// Whether `hooks install` wrote it.
  package var isOurs: Bool { state == .installed || state == .outdated }
}
