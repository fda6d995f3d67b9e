import Diagnostics
import Git
import PortfolioModel

extension ProposalsGraph {
  /// All introductions of a history, with tables to find them by text and by folder.
  struct Introductions: Sendable {
    private(set) var all: [Introduction] = []
    private var byText: [ObjectID: [Int]] = [:]
    private var byFolder: [String: [Int]] = [:]

    mutating func append(_ one: Introduction) {
      byText[one.text, default: []].append(all.count)
      byFolder[one.folder, default: []].append(all.count)
      all.append(one)
    }

    func of(_ text: ObjectID) -> [Introduction] { (byText[text] ?? []).map { all[$0] } }
    func `in`(_ folder: String) -> [Introduction] { (byFolder[folder] ?? []).map { all[$0] } }
  }

  /// A graph that is being read, oldest commit first. Each commit costs what it changes.
  struct Draft {
    private(set) var nodes: [Node] = []
    private(set) var places: [ObjectID: Int] = [:]
    private(set) var texts: [ObjectID: ObjectID] = [:]
    private(set) var introductions = Introductions()
    /// For each old and new name, the names that a folder got in its place.
    private(set) var renamings: [String: Set<String>] = [:]

    /// Adds a commit, all of whose parents were added before.
    ///
    /// - Parameter tree: Its tree of `Proposals/`.
    mutating func add(
      _ commit: CommitOutline, _ tree: ObjectID?,
      _ source: borrowing some VersionSource & ~Copyable
    ) throws(Refusal) {
      var parents: [Int] = []
      for parent in commit.parents {
        if let place = places[parent], !parents.contains(place) { parents.append(place) }
      }
      if parents.count == 1, nodes[parents[0]].tree == tree {
        places[commit.id] = parents[0]
        return
      }
      guard !parents.isEmpty || tree != nil else { return }
      let changes =
        try parents.isEmpty
        ? [source.folderChanges(from: nil, to: tree)]
        : parents.map { parent throws(Refusal) in
          try source.folderChanges(from: nodes[parent].tree, to: tree)
        }
      for tree in changes.joined().compactMap(\.new) where texts[tree] == nil {
        texts[tree] = try source.file(at: ProposalHistory.proposal, inTree: tree)
      }
      var renames: [Int: FolderRenames] = [:]
      for (parent, changes) in zip(parents, changes) {
        let found = try FolderRenames(changes, texts, isMerge: parents.count > 1) {
          old, new throws(Refusal) in
          Rewording.isPossible(
            from: try old.flatMap { text throws(Refusal) in try source.text(text) },
            to: try new.flatMap { text throws(Refusal) in try source.text(text) })
        }
        renames[parent] = found
        for (new, old) in found?.earlier ?? [:] {
          renamings[old, default: []].insert(new)
          renamings[new, default: []].formUnion([])
        }
      }
      places[commit.id] = nodes.count
      nodes.append(
        Node(
          try source.commit(commit.id), parents: parents, tree: tree,
          folders: folders(parents, changes[0]), renames: renames))
      introduce(changes[0])
    }

    /// The folders of the next node.
    ///
    /// - Parameter changes: The folders in which it differs from its first parent.
    private func folders(_ parents: [Int], _ changes: [FolderChange]) -> ProposalFolders {
      let sides = parents.map { nodes[$0].folders }
      var folders = sides.first ?? ProposalFolders()
      let changed = Dictionary(changes.map { ($0.name, $0.new) }) { first, _ in first }
      var names = Set(changed.keys)
      for side in sides.dropFirst() { names.formUnion(side.differences(to: folders)) }
      for name in names {
        let tree = changed[name] ?? folders[name]
        let before = Set(sides.compactMap { $0.place(of: name) })
        if before.count == 1, let only = before.first, only.tree == tree {
          folders.set(name, to: only)
        } else if !before.isEmpty || tree != nil {
          folders.set(name, to: ProposalFolders.Place(tree: tree, origin: nodes.count))
        }
      }
      return folders
    }

    /// Notes the texts that the last node brought.
    ///
    /// - Parameter changes: The folders in which it differs from its first parent.
    private mutating func introduce(_ changes: [FolderChange]) {
      guard let node = nodes.last else { return }
      let parents = node.parents.map { nodes[$0].folders }
      for name in changes.map(\.name).sorted(by: { $0.precedesBytewise($1) }) {
        let tree = node.folders[name]
        guard let text = tree.flatMap({ texts[$0] }),
          !parents.contains(where: { side in
            side[name] == tree || side[name].flatMap { texts[$0] } == text
          })
        else { continue }
        introductions.append(Introduction(node: nodes.count - 1, folder: name, text: text))
      }
    }
  }
}
