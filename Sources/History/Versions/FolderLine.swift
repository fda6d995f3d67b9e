/// The nodes of a history that matter for one proposal, and what its folder is called there.
struct FolderLine {
  /// In the order of nodes.
  let nodes: [(index: Int, name: String)]
  /// The folder's name where it never had another, and where only the nodes are listed that changed
  /// it.
  private let name: String?

  init(of folder: String, in graph: ProposalsGraph) {
    if graph.isRenamed(folder) {
      name = nil
      nodes = graph.names(of: folder).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    } else {
      name = folder
      nodes = graph.tip.map { graph.origins(of: folder, at: $0).map { ($0, folder) } } ?? []
    }
  }

  /// The listed node whose folder a node has.
  func node(at node: Int, in graph: ProposalsGraph) -> Int? {
    guard let name else { return node }
    return graph.nodes[node].folders.place(of: name)?.origin
  }
}
