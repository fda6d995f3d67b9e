import CLibgit2

/// A commit, as values.
package struct Commit: Hashable, Sendable {
  package let id: ObjectID
  package let tree: ObjectID
  package let parents: [ObjectID]
  package let author: Signature
  package let committer: Signature
  /// Whether the committer's line says when; without a date it is of 1970.
  package let isDated: Bool
  /// Everyone whom its author and committer lines name, without the dates; of a line that git can't
  /// take apart, all of it.
  package let hands: [String]
  package let message: String
  /// Whether it carries a signature, whatever that is worth.
  package let isSigned: Bool
  /// What `git fsck` calls an error in it, a phrase each: git itself writes no such commit.
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

  /// Reads the bytes of a commit, under whatever id; returns nil where git itself can't.
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

  /// From the tree's root.
  package let path: String
  package let mode: Mode
  package let id: ObjectID

  package init(path: String, mode: Mode, id: ObjectID) {
    self.path = path
    self.mode = mode
    self.id = id
  }

  /// Whether there is a text to read: no link, and no repository of its own.
  package var isText: Bool { mode == .file || mode == .executable }
}

/// Where HEAD stands.
package enum Head: Hashable, Sendable {
  /// On a branch, by its full name.
  case branch(name: String, ObjectID)
  /// On a branch without a commit.
  case unborn(name: String)
  case detached(ObjectID)
}
