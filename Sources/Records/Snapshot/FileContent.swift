package import Git
package import PortfolioModel

/// What stands at a path where the layout may expect a file.
package enum FileContent: Sendable, Hashable {
  case bytes([UInt8])
  /// A link, a folder or something else that is not a file, in words.
  case notAFile(String)
  /// A file that can't be read, and why.
  case unreadable(String)
  /// A file of more bytes than ``Layout/limit(of:)`` allows.
  case tooLarge
  /// A file of a rejected or withdrawn proposal for which there was no room.
  case leftOut(ProposalStatus)
}

/// All files below `Portfolio/` and `Proposals/` at one place, by path from the repository's root.
package struct PortfolioFiles: Sendable {
  package private(set) var contents: [String: FileContent]
  /// What stands before `Portfolio/` in each path: nothing, or a folder with its slash.
  package let prefix: String
  /// What the place is called where it is a commit; nil stands for the worktree.
  package let revision: String?
  /// By path, what a tree holds there, of those that were read from one.
  private var stored: [String: TreeFile] = [:]

  package init(
    prefix: String = "", revision: String? = nil, _ contents: [String: FileContent] = [:]
  ) {
    self.prefix = prefix
    self.revision = revision
    self.contents = contents
  }

  /// The content at a path below the prefix.
  package subscript(path: String) -> FileContent? {
    get { contents[path] }
    set {
      contents[path] = newValue
      stored[path] = nil
    }
  }

  /// Puts down what was read of a tree's file.
  package mutating func store(_ content: FileContent, at path: String, as file: TreeFile) {
    contents[path] = content
    stored[path] = file
  }

  /// What was read of the very file, or nil.
  package func content(of file: TreeFile, at path: String) -> FileContent? {
    stored[path] == file ? contents[path] : nil
  }

  package func bytes(_ path: String) -> [UInt8]? {
    guard case .bytes(let bytes) = contents[path] else { return nil }
    return bytes
  }

  package var paths: [String] { paths(startingWith: "") }

  /// The paths that start so, by bytes; only these are sorted.
  package func paths(startingWith start: String) -> [String] {
    contents.keys.filter { $0.utf8.starts(with: start.utf8) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
