import Git
import PortfolioModel

/// Collects the versions of one folder from the graph.
struct HistoryReader {
  private let graph: ProposalsGraph
  private var files: [ObjectID: [String: ObjectID]] = [:]
  private var contents: [ObjectID: [UInt8]] = [:]

  init(_ graph: ProposalsGraph) { self.graph = graph }

  mutating func read(
    _ folder: String, from tip: Int, _ prefix: String, _ repository: borrowing Repository
  ) throws -> ([ProposalHistory.Version], [ObjectID: [UInt8]]) {
    let names = try names(folder, from: tip, repository)
    var versions: [ProposalHistory.Version] = []
    // By node, the version that says what the folder is there.
    var places: [Int: Int] = [:]
    for (index, node) in graph.nodes.enumerated() {
      guard let name = names[index] else { continue }
      let files = try self.files(node.folders[name], repository)
      var parents: [Int] = []
      for parent in node.parents {
        if let place = places[parent], !parents.contains(place) { parents.append(place) }
      }
      if parents.count == 1, versions[parents[0]].files == files {
        places[index] = parents[0]
      } else if !parents.isEmpty || !files.isEmpty {
        let base = node.commit.parents.first
        let rules = try base.map { try HistoryReader.rules(at: $0, prefix, repository) } ?? nil
        places[index] = versions.count
        versions.append(
          ProposalHistory.Version(
            commit: node.commit, parents: parents, files: files, rules: rules))
      }
    }
    return (versions, contents)
  }

  /// By node, the folder's name there; children are looked at before their parents.
  private mutating func names(
    _ folder: String, from tip: Int, _ repository: borrowing Repository
  ) throws -> [Int: String] {
    var names = [tip: folder]
    for index in graph.nodes.indices.reversed() {
      guard let name = names[index] else { continue }
      let node = graph.nodes[index]
      for parent in node.parents where names[parent] == nil {
        names[parent] = try earlierName(of: name, node, graph.nodes[parent], repository)
      }
    }
    return names
  }

  /// The name before a commit: another where a folder with the same text went as this one came.
  private mutating func earlierName(
    of name: String, _ node: ProposalsGraph.Node, _ parent: ProposalsGraph.Node,
    _ repository: borrowing Repository
  ) throws -> String {
    guard parent.folders[name] == nil, node.folders[name] != nil else { return name }
    let text = try files(node.folders[name], repository)[ProposalHistory.proposal]
    let gone = parent.folders.keys.filter { node.folders[$0] == nil }
    for other in gone.sorted(by: { $0.precedesBytewise($1) }) where text != nil {
      if try files(parent.folders[other], repository)[ProposalHistory.proposal] == text {
        return other
      }
    }
    return name
  }

  private mutating func files(
    _ tree: ObjectID?, _ repository: borrowing Repository
  ) throws -> [String: ObjectID] {
    guard let tree else { return [:] }
    if let known = files[tree] { return known }
    var result: [String: ObjectID] = [:]
    for file in try repository.files(inTree: tree) {
      result[file.path] = file.id
      let isText = file.mode == .file || file.mode == .executable
      if contents[file.id] == nil, isText { contents[file.id] = try repository.blob(file.id) }
    }
    files[tree] = result
    return result
  }

  /// The rules of a commit, without its standards.
  private static func rules(
    at commit: ObjectID, _ prefix: String, _ repository: borrowing Repository
  ) throws -> Portfolio? {
    let tree = try repository.commit(commit).tree
    var files = PortfolioFiles(prefix: prefix)
    for path in [Layout.portfolioFile, Layout.criteriaFile, Layout.committeeFile] {
      guard let file = try repository.file(at: prefix + path, inTree: tree) else { continue }
      files[path] = .bytes(try repository.blob(file.id))
    }
    return Snapshot(reading: files).portfolio
  }
}
