package import Diagnostics
package import Git
import PortfolioModel
import Records

/// The commits of a history that change something under `Proposals/`, and their ancestry. It is
/// read once for all proposals.
package struct ProposalsGraph: Sendable {
  package final class Node: Sendable {
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

    init(
      _ commit: Commit, parents: [Int], tree: ObjectID?, folders: ProposalFolders,
      renames: [Int: FolderRenames]
    ) {
      (self.commit, self.parents, self.tree) = (commit, parents, tree)
      (self.folders, self.renames) = (folders, renames)
    }
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
  let introductions: Introductions
  /// The proposal's text, by the folder's tree.
  private let texts: [ObjectID: ObjectID]
  /// What the commits of the history are ground for, by commit.
  let grounds: [ObjectID: Ground]
  /// The node that holds a commit's proposals, by commit.
  private let places: [ObjectID: Int]
  /// The names that a folder was given in place of another, by this one.
  var renamings: [String: Set<String>]
  /// The last node of the history; nil where no commit holds a proposal.
  let tip: Int?

  /// Reads the history of a commit.
  ///
  /// - Throws: `Refusal` where the history is cut off.
  package init(
    _ source: borrowing some VersionSource & ~Copyable, from tip: ObjectID
  ) throws(Refusal) {
    let path = source.prefix + Layout.proposalsFolder
    var draft = Draft()
    var grounds: [ObjectID: Ground] = [:]
    for commit in try source.outlines(of: tip) {
      let tree = try source.folder(at: path, inTree: commit.tree)
      grounds[commit.id] = try Ground(commit, source)
      try draft.add(commit, tree, source)
    }
    self.grounds = grounds
    (nodes, places, texts) = (draft.nodes, draft.places, draft.texts)
    (introductions, renamings) = (draft.introductions, draft.renamings)
    self.tip = places[tip]
  }

  private init(_ graph: ProposalsGraph, tip: Int?) {
    (nodes, introductions) = (graph.nodes, graph.introductions)
    (texts, places, renamings) = (graph.texts, graph.places, graph.renamings)
    grounds = graph.grounds
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

  /// Whether a folder was renamed in this history, or another one to its name.
  func isRenamed(_ folder: String) -> Bool { renamings[folder] != nil }

  /// All names that a folder may have got later, besides its own.
  func laterNames(of folder: String) -> Set<String> {
    var names: Set<String> = []
    var waiting = [folder]
    while let next = waiting.popLast() {
      for name in renamings[next] ?? [] where names.insert(name).inserted { waiting.append(name) }
    }
    return names
  }

  /// The nodes from which a folder of a name comes, in their order, beginning at a node: each
  /// changed it, or merged sides that have it from different nodes.
  func origins(of name: String, at node: Int) -> [Int] { originSet(of: name, at: node).sorted() }

  /// The same nodes without their order.
  func originSet(of name: String, at node: Int) -> Set<Int> {
    guard let last = nodes[node].folders.place(of: name)?.origin else { return [] }
    var origins: Set<Int> = [last]
    var waiting = [last]
    while let next = waiting.popLast() {
      for parent in nodes[next].parents {
        guard let origin = nodes[parent].folders.place(of: name)?.origin,
          origins.insert(origin).inserted
        else { continue }
        waiting.append(origin)
      }
    }
    return origins
  }

  /// Whether an introduction can be reached from a node. A folder's place at each later node comes
  /// from it, even where the folder is gone by then.
  func leads(_ node: Int, to introduction: Introduction) -> Bool {
    introduction.node <= node
      && originSet(of: introduction.folder, at: node).contains(introduction.node)
  }
}
