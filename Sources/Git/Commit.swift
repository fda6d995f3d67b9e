import CLibgit2

/// The values of a commit.
package struct Commit: Hashable, Sendable {
  package let id: ObjectID
  package let tree: ObjectID
  package let parents: [ObjectID]
  package let author: Signature
  package let committer: Signature
  /// Whether the committer's line holds a date; without one, the signature's time is 1970.
  package let isDated: Bool
  /// The people in the author and committer lines, without dates; a line that git can't parse is
  /// kept whole.
  package let hands: [String]
  package let message: String
  /// Whether it carries a signature, whatever that is worth.
  package let isSigned: Bool
  /// The errors that `git fsck` finds in it, one phrase each; git itself writes no such commit.
  package let faults: [String]

  init(_ id: ObjectID, _ text: CommitText) {
    self.id = id
    tree = text.head.tree
    parents = text.head.parents
    author = text.authors.first?.signature ?? .none
    committer = text.committers.first?.signature ?? .none
    isDated = text.committers.first?.isDated ?? false
    hands = (text.authors + text.committers).map(\.person)
    message = text.message
    isSigned = text.isSigned
    faults = text.faults
  }

  /// Reads the bytes of a commit without checking its id; returns nil where git can't read them.
  package init?(_ id: ObjectID, reading bytes: [UInt8]) {
    guard let text = CommitText(bytes) else { return nil }
    self.init(id, text)
  }
}

/// A file in a tree.
package struct TreeFile: Hashable, Sendable {
  package enum Mode: Hashable, Sendable {
    case file, executable, symlink, gitlink
  }

  /// The path from the tree's root.
  package let path: String
  package let mode: Mode
  package let id: ObjectID

  package init(path: String, mode: Mode, id: ObjectID) {
    self.path = path
    self.mode = mode
    self.id = id
  }

  /// Whether it has a text to read: it is neither a link nor a submodule.
  package var isText: Bool { mode == .file || mode == .executable }
}

/// What HEAD points to.
package enum Head: Hashable, Sendable {
  /// On a branch, by its full name.
  case branch(name: String, ObjectID)
  /// On a branch without a commit.
  case unborn(name: String)
  case detached(ObjectID)
}
