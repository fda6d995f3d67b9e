import CLibgit2

/// Who did something, and when.
package struct Signature: Hashable, Sendable {
  package let name: String
  package let email: String
  /// Since 1970.
  package let seconds: Int64
  /// Minutes east of UTC.
  package let offsetMinutes: Int

  package init(name: String, email: String, seconds: Int64, offsetMinutes: Int) {
    self.name = name
    self.email = email
    self.seconds = seconds
    self.offsetMinutes = offsetMinutes
  }

  init(_ signature: UnsafePointer<git_signature>?) {
    let value = signature?.pointee
    name = value?.name.map { String(cString: $0) } ?? ""
    email = value?.email.map { String(cString: $0) } ?? ""
    seconds = value?.when.time ?? 0
    offsetMinutes = Int(value?.when.offset ?? 0)
  }
}

/// A commit, as values.
package struct Commit: Hashable, Sendable {
  package let id: ObjectID
  package let tree: ObjectID
  package let parents: [ObjectID]
  package let author: Signature
  package let committer: Signature
  package let message: String
}

/// A file in a tree.
package struct TreeFile: Hashable, Sendable {
  package enum Mode: Hashable, Sendable {
    case file, executable, symlink, gitlink
  }

  /// From the tree's root.
  package let path: String
  package let mode: Mode
  package let id: ObjectID
}

/// Where HEAD stands.
package enum Head: Hashable, Sendable {
  /// On a branch, by its full name.
  case branch(name: String, ObjectID)
  /// On a branch without a commit.
  case unborn(name: String)
  case detached(ObjectID)
}
