import Diagnostics
import Git
import History
import PortfolioModel
import Records

/// Commits, trees and texts as values: what a repository would hold.
struct MemoryRepository {
  private(set) var commits: [ObjectID: Commit] = [:]
  /// By commit, its files.
  private(set) var contents: [ObjectID: [String: String]] = [:]
  private var trees: [ObjectID: [(name: String, entry: TreeEntry)]] = [:]
  private var texts: [ObjectID: [UInt8]] = [:]
  /// By full name, where branches stand.
  var references: [String: ObjectID] = [:]
  /// A text that stands for a link instead of a file.
  static let link = "-> elsewhere"

  mutating func formUnion(_ other: MemoryRepository) {
    commits.merge(other.commits) { own, _ in own }
    contents.merge(other.contents) { own, _ in own }
    trees.merge(other.trees) { own, _ in own }
    texts.merge(other.texts) { own, _ in own }
  }

  mutating func commit(
    _ files: [String: String], parents: [ObjectID], _ message: String, author: Actor,
    committer: Actor, day: CalendarDate
  ) throws -> ObjectID {
    let seconds = (day.daysSince1970 * 24 + 12) * 3600
    var text = "tree \(store(files).hex)\n"
    for parent in parents { text += "parent \(parent.hex)\n" }
    text += "author \(author.person) \(seconds) +0000\n"
    text += "committer \(committer.person) \(seconds) +0000\n\n\(message)"
    return try commit(text, files)
  }

  /// Takes the very text of a commit, whose id is that of a blob of it.
  private mutating func commit(_ text: String, _ files: [String: String]) throws -> ObjectID {
    let id = ObjectID.blob(Array(text.utf8))
    guard let commit = Commit(id, reading: Array(text.utf8)) else {
      throw Refusal(.data, "this is no commit: \(text)")
    }
    commits[id] = commit
    contents[id] = files
    return id
  }

  /// Stores a tree of files by their paths in it.
  private mutating func store(_ files: [String: String]) -> ObjectID {
    var inner: [String: [String: String]] = [:]
    var entries: [(name: String, entry: TreeEntry)] = []
    for (path, text) in files {
      let steps = path.split(separator: "/", maxSplits: 1).map(String.init)
      if steps.count == 2 {
        inner[steps[0], default: [:]][steps[1]] = text
      } else {
        let id = ObjectID.blob(Array(text.utf8))
        texts[id] = Array(text.utf8)
        let mode: TreeFile.Mode = text == MemoryRepository.link ? .symlink : .file
        entries.append((path, TreeEntry(isFolder: false, id: id, mode: mode)))
      }
    }
    for (name, files) in inner {
      entries.append((name, TreeEntry(isFolder: true, id: store(files), mode: .file)))
    }
    entries.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let listing = entries.map { "\($0.entry.isFolder) \($0.entry.id.hex) \($0.name)\n" }.joined()
    let id = ObjectID.blob(Array("tree\n\(listing)".utf8))
    trees[id] = entries
    return id
  }

  func snapshot(of commit: ObjectID) throws(Refusal) -> Snapshot {
    try snapshot(ofTree: try self.commit(commit).tree, named: commit.hex, after: nil)
  }

  /// The files below a tree, by path from where it stands.
  private func files(below tree: ObjectID, _ start: String) -> [TreeFile] {
    (trees[tree] ?? []).flatMap { name, entry in
      entry.isFolder
        ? files(below: entry.id, "\(start)\(name)/")
        : [TreeFile(path: start + name, mode: entry.mode, id: entry.id)]
    }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}

extension MemoryRepository: PushSource {
  var prefix: String { "" }

  func commit(_ id: ObjectID) throws(Refusal) -> Commit {
    guard let commit = commits[id] else { throw Refusal(.noInput, "no commit \(id.hex)") }
    return commit
  }

  func outlines(of tip: ObjectID) throws(Refusal) -> [CommitOutline] {
    var order: [CommitOutline] = []
    var seen: Set<ObjectID> = []
    var stack = [tip]
    while let id = stack.last {
      let commit = CommitOutline(try commit(id))
      let missing = commit.parents.filter { !seen.contains($0) }
      stack += missing
      guard missing.isEmpty else { continue }
      stack.removeLast()
      if seen.insert(id).inserted { order.append(commit) }
    }
    return order
  }

  func lineage(of tips: [ObjectID], from start: ObjectID?) throws(Refusal) -> Lineage {
    var steps: [(commit: ObjectID, parents: [ObjectID])] = []
    for tip in tips + [start].compactMap({ $0 }) {
      let known = Set(steps.map(\.commit))
      steps += try outlines(of: tip).filter { !known.contains($0.id) }.map { ($0.id, $0.parents) }
    }
    return Lineage(steps)
  }

  func refuseFalseParents(of commits: [ObjectID]) {}

  func entry(at path: String, ofTree tree: ObjectID) -> TreeEntry? {
    var current = TreeEntry(isFolder: true, id: tree, mode: .file)
    for step in path.split(separator: "/") {
      guard let next = trees[current.id]?.first(where: { $0.name == step }) else { return nil }
      current = next.entry
    }
    return current
  }

  func folderChanges(from old: ObjectID?, to new: ObjectID?) -> [FolderChange] {
    func folders(_ tree: ObjectID?) -> [String: ObjectID] {
      let found = tree.flatMap { trees[$0] } ?? []
      return Dictionary(
        uniqueKeysWithValues: found.filter(\.entry.isFolder).map { ($0.name, $0.entry.id) })
    }
    let (before, after) = (folders(old), folders(new))
    return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
      .map { FolderChange(name: $0, old: before[$0], new: after[$0]) }
  }

  func files(inTree tree: ObjectID) -> [TreeFile] { files(below: tree, "") }

  func changes(from old: ObjectID?, to new: ObjectID?, at path: String) -> [TreeChange] {
    func files(_ tree: ObjectID?) -> [String: TreeFile] {
      guard let tree, let top = entry(at: path, ofTree: tree) else { return [:] }
      let found =
        top.isFolder
        ? self.files(below: top.id, path + "/")
        : [TreeFile(path: path, mode: top.mode, id: top.id)]
      return Dictionary(uniqueKeysWithValues: found.map { ($0.path, $0) })
    }
    let (before, after) = (files(old), files(new))
    return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { TreeChange(path: $0, old: before[$0], new: after[$0]) }
  }

  func text(_ file: ObjectID) -> [UInt8]? { texts[file] }

  func content(of file: TreeFile, at path: String) -> FileContent {
    file.mode == .symlink ? .notAFile("a symbolic link") : .bytes(texts[file.id] ?? [])
  }

  func snapshot(
    ofTree tree: ObjectID, named name: String, after earlier: Snapshot?
  ) throws(Refusal) -> Snapshot {
    snapshot(
      of: files(below: tree, "").filter {
        $0.path.hasPrefix("Portfolio/") || $0.path.hasPrefix("Proposals/")
      }, name, after: earlier)
  }

  func snapshot(
    ofProposals folders: [String], inTree tree: ObjectID, after earlier: Snapshot?
  ) throws(Refusal) -> Snapshot {
    snapshot(
      of: files(below: tree, "").filter { file in
        folders.contains { file.path.hasPrefix("Proposals/\($0)/") }
      }, nil, after: earlier)
  }

  private func snapshot(
    of files: [TreeFile], _ name: String?, after earlier: Snapshot?
  ) -> Snapshot {
    var contents = PortfolioFiles(revision: name)
    for file in files {
      contents.store(FileText(content(of: file, at: file.path)), at: file.path, as: file)
    }
    return Snapshot(reading: contents, after: earlier)
  }
}

extension MemoryRepository {
  func symbolicTarget(of name: String) -> String? { nil }

  func branches() -> [(name: String, commit: ObjectID)] {
    references.filter { $0.key.hasPrefix("refs/heads/") }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
  }

  func commit(behind tag: ObjectID) -> ObjectID? { commits[tag]?.id }

  func files(ofTree tree: ObjectID, under path: String) -> [TreeFile] {
    guard let top = entry(at: path, ofTree: tree), top.isFolder else { return [] }
    return files(below: top.id, path + "/")
  }

  func entryNames(ofCommit commit: ObjectID, at path: String) throws(Refusal) -> [String] {
    entry(at: path, ofTree: try self.commit(commit).tree)
      .map { trees[$0.id]?.map(\.name) ?? [] } ?? []
  }

  func nameFaults(inTree tree: ObjectID, atMost count: Int) -> [NameFault] { [] }

  func harmfulAttributes(
    ofTree tree: ObjectID, _ files: [TreeFile]
  ) -> [(name: String, path: String)] { [] }
}
