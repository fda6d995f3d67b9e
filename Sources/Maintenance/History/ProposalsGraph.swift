package import Git
import PortfolioModel

/// The commits of a history that change something under `Proposals/`, and how they follow upon
/// each other. Read once, for all proposals.
package struct ProposalsGraph: Sendable {
  package struct Node: Sendable {
    package let commit: Commit
    /// The nodes that it follows upon; commits between that change no proposal are left out.
    let parents: [Int]
    /// The tree of `Proposals/`, or nil where there is none.
    let tree: ObjectID?
    /// The folders in it, each with its tree.
    let folders: [String: ObjectID]
  }

  /// Parents before children.
  package let nodes: [Node]
  /// Where the history ends; nil where no commit holds a proposal.
  let tip: Int?

  /// Reads the history of a commit.
  ///
  /// - Throws: `Refusal` where the history is cut off.
  package init(_ workspace: borrowing Workspace, from tip: ObjectID) throws(Refusal) {
    let path = workspace.prefix + Layout.proposalsFolder
    let (nodes, last) = try workspace.withRepository { repository -> ([Node], Int?) in
      var nodes: [Node] = []
      // By commit, the node that says what its proposals are.
      var places: [ObjectID: Int] = [:]
      for commit in try repository.ancestry(of: tip) {
        let tree = try repository.folder(at: path, inTree: commit.tree)
        var parents: [Int] = []
        for parent in commit.parents {
          if let place = places[parent], !parents.contains(place) { parents.append(place) }
        }
        if parents.count == 1, nodes[parents[0]].tree == tree {
          places[commit.id] = parents[0]
        } else if !parents.isEmpty || tree != nil {
          let folders = try tree.map { try repository.folders(inTree: $0) } ?? []
          places[commit.id] = nodes.count
          nodes.append(
            Node(
              commit: commit, parents: parents, tree: tree,
              folders: Dictionary(folders.map { ($0.name, $0.id) }) { first, _ in first }))
        }
      }
      return (nodes, places[tip])
    }
    self.nodes = nodes
    self.tip = last
  }
}
