package import Diagnostics
package import Git
import PortfolioModel
import Records

/// The commits of a history that change something under `Proposals/`, and their ancestry. It is
/// read once for all proposals.
package struct ProposalsGraph: Sendable {
  package struct Node: Sendable {
    package let commit: Commit
    /// The indices of the nodes before it; commits between them that change no proposal are left
    /// out.
    let parents: [Int]
    /// The tree of `Proposals/`, or nil where there is none.
    let tree: ObjectID?
    /// The folders in it, each with its tree.
    let folders: ProposalFolders
    /// The earlier names of folders that this commit renamed, by parent.
    let renames: [Int: FolderRenames]
  }

  /// A commit that gives a folder a proposal text that the folder had in no parent.
  struct Introduction {
    let node: Int
    let folder: String
    let text: ObjectID
  }

  /// The nodes, parents before children.
  package let nodes: [Node]
  /// The introductions, in the order of nodes, then of folders.
  let introductions: [Introduction]
  /// The proposal's text, by the folder's tree.
  private let texts: [ObjectID: ObjectID]
  /// The node that holds a commit's proposals, by commit.
  private let places: [ObjectID: Int]
  /// The last node of the history; nil where no commit holds a proposal.
  let tip: Int?

  /// Reads the history of a commit.
  ///
  /// - Throws: `Refusal` where the history is cut off.
  package init(
    _ source: borrowing some VersionSource & ~Copyable, from tip: ObjectID
  ) throws(Refusal) {
    let path = source.prefix + Layout.proposalsFolder
    var nodes: [Node] = []
    var places: [ObjectID: Int] = [:]
    var texts: [ObjectID: ObjectID] = [:]
    for commit in try source.ancestry(of: tip) {
      let tree = try source.folder(at: path, inTree: commit.tree)
      var parents: [Int] = []
      for parent in commit.parents {
        if let place = places[parent], !parents.contains(place) { parents.append(place) }
      }
      if parents.count == 1, nodes[parents[0]].tree == tree {
        places[commit.id] = parents[0]
      } else if !parents.isEmpty || tree != nil {
        let folders =
          try tree.map { tree throws(Refusal) in try source.folders(inTree: tree) } ?? []
        for folder in folders where texts[folder.id] == nil {
          texts[folder.id] =
            try source.file(at: ProposalHistory.proposal, inTree: folder.id)
        }
        places[commit.id] = nodes.count
        let all = ProposalFolders(folders, after: parents.first.map { nodes[$0].folders })
        var renames: [Int: FolderRenames] = [:]
        for parent in parents {
          renames[parent] = try FolderRenames(
            from: nodes[parent].folders, to: all, texts, isMerge: parents.count > 1
          ) { old, new throws(Refusal) in
            Rewording.isPossible(
              from: try old.flatMap { text throws(Refusal) in try source.text(text) },
              to: try new.flatMap { text throws(Refusal) in try source.text(text) })
          }
        }
        nodes.append(
          Node(
            commit: commit, parents: parents, tree: tree, folders: all, renames: renames))
      }
    }
    (self.nodes, self.places, self.texts) = (nodes, places, texts)
    introductions = ProposalsGraph.introductions(nodes, texts)
    self.tip = places[tip]
  }

  private init(_ graph: ProposalsGraph, tip: Int?) {
    (nodes, introductions) = (graph.nodes, graph.introductions)
    (texts, places) = (graph.texts, graph.places)
    self.tip = tip
  }

  /// The same history up to one of its commits.
  func ending(at commit: ObjectID) -> ProposalsGraph {
    ProposalsGraph(self, tip: places[commit])
  }

  /// The same history up to one of its nodes.
  func ending(at node: Int) -> ProposalsGraph { ProposalsGraph(self, tip: node) }

  /// The text that a folder's proposal has at a node, or nil.
  func text(of folder: String, at node: Int) -> ObjectID? {
    nodes[node].folders[folder].flatMap { texts[$0] }
  }

  /// The nodes that are reachable from a node, including itself.
  func reached(from node: Int) -> Set<Int> {
    var reached: Set<Int> = [node]
    var waiting = [node]
    while let next = waiting.popLast() {
      for parent in nodes[next].parents where reached.insert(parent).inserted {
        waiting.append(parent)
      }
    }
    return reached
  }

  private static func introductions(
    _ nodes: [Node], _ texts: [ObjectID: ObjectID]
  ) -> [Introduction] {
    nodes.enumerated().flatMap { index, node -> [Introduction] in
      let changed = node.folders.filter { name, tree in
        !node.parents.contains { nodes[$0].folders[name] == tree }
      }
      return changed.map(\.key).sorted { $0.precedesBytewise($1) }.compactMap { name in
        guard let text = node.folders[name].flatMap({ texts[$0] }),
          !node.parents.contains(where: { parent in
            nodes[parent].folders[name].flatMap { texts[$0] } == text
          })
        else { return nil }
        return Introduction(node: index, folder: name, text: text)
      }
    }
  }
}
