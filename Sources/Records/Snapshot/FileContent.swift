package import Git
package import PortfolioModel

/// The content at a path where the layout may expect a file.
package enum FileContent: Sendable, Hashable {
  case bytes([UInt8])
  /// A link, a folder or something else that is not a file; the text says what.
  case notAFile(String)
  /// A file that can't be read, and why.
  case unreadable(String)
  /// A file of more bytes than ``Layout/limit(of:)`` allows.
  case tooLarge
  /// A file of a rejected or withdrawn proposal that didn't fit into the reading budget.
  case leftOut(ProposalStatus)
}

/// All files below `Portfolio/` and `Proposals/` in a worktree or a commit, by path from the
/// repository's root.
package struct PortfolioFiles: Sendable {
  private var texts: [String: FileText]
  /// The part of each path before `Portfolio/`: empty, or a folder with its final slash.
  package let prefix: String
  /// The name or id of the commit; nil for the worktree.
  package internal(set) var revision: String?
  /// The tree entries of the files that were read from a tree, by path.
  private var stored: [String: TreeFile] = [:]
  /// The paths of the files of each proposal, by the start of these paths.
  private var ofProposals: [String: Set<String>] = [:]

  package init(
    prefix: String = "", revision: String? = nil, _ contents: [String: FileContent] = [:]
  ) {
    self.prefix = prefix
    self.revision = revision
    texts = contents.mapValues { FileText($0) }
    for path in contents.keys { note(path) }
  }

  /// Makes room for so many files besides those that are there.
  package mutating func reserve(_ count: Int) { texts.reserveCapacity(texts.count + count) }

  package var count: Int { texts.count }

  /// As how many bytes all files count among those that are read of a revision.
  package var cost: Int { texts.values.reduce(0) { $0 + $1.cost } }

  /// As how many bytes one file counts.
  package func cost(of path: String) -> Int { texts[path]?.cost ?? 0 }

  /// Whether every path holds a text.
  package var areTexts: Bool {
    texts.values.allSatisfy { if case .bytes = $0.content { true } else { false } }
  }

  /// Notes that there is a file, or is none any more.
  private mutating func note(_ path: String) {
    guard let start = Layout.proposalStart(of: path) else { return }
    if texts[path] == nil {
      ofProposals[start]?.remove(path)
    } else {
      ofProposals[start, default: []].insert(path)
    }
  }

  /// The content at a path below the prefix.
  package subscript(path: String) -> FileContent? {
    get { texts[path]?.content }
    set { store(newValue.map { FileText($0) }, at: path, as: nil) }
  }

  /// Stores a file that was read, and its entry where it is in a tree; nil where there is none.
  package mutating func store(_ text: FileText?, at path: String, as file: TreeFile?) {
    let before =
      text.map { texts.updateValue($0, forKey: path) } ?? texts.removeValue(forKey: path)
    if file != nil || !stored.isEmpty { stored[path] = file }
    if (before == nil) != (text == nil) { note(path) }
  }

  /// The text that ``content(of:at:)`` gives, as it was read.
  package func text(of file: TreeFile, at path: String) -> FileText? {
    content(of: file, at: path).map { FileText($0, canonical: texts[path]?.canonical) }
  }

  /// The content that was read from the same entry of a tree, or that an entry of a tree would hold;
  /// nil where there is none.
  package func content(of file: TreeFile, at path: String) -> FileContent? {
    if let known = stored[path] { return known == file ? self[path] : nil }
    guard file.isText, let content = self[path], case .bytes(let bytes) = content,
      ObjectID.blob(bytes) == file.id
    else { return nil }
    return content
  }

  package func bytes(_ path: String) -> [UInt8]? {
    guard case .bytes(let bytes) = self[path] else { return nil }
    return bytes
  }

  /// The record at a path, read against its schema; nil where no text is there.
  package func record(_ path: String, _ schema: Schema) -> RecordFile? {
    guard let text = texts[path], case .bytes(let bytes) = text.content else { return nil }
    return text.canonical ?? RecordFile(bytes, path: prefix + path, schema: schema)
  }

  /// The paths at which others hold something else, with a given start, sorted by bytes.
  package func changes(to others: PortfolioFiles, startingWith start: String = "") -> [String] {
    Set(unordered(startingWith: start)).union(others.unordered(startingWith: start))
      .filter { self[$0] != others[$0] }
      .sorted { $0.precedesBytewise($1) }
  }

  package var paths: [String] { paths(startingWith: "") }

  package var pathsInNoOrder: some Collection<String> { texts.keys }

  /// The paths with a given start, sorted by bytes.
  package func paths(startingWith start: String) -> [String] {
    unordered(startingWith: start).sorted { $0.precedesBytewise($1) }
  }

  private func unordered(startingWith start: String) -> [String] {
    ofProposals[start].map(Array.init)
      ?? texts.keys.filter { start.isEmpty || $0.utf8.starts(with: start.utf8) }
  }
}
