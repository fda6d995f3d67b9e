import Git
import PortfolioModel

/// Collects the versions of one folder from the graph.
struct HistoryReader {
  private let graph: ProposalsGraph
  private var rules: RulesReader
  private var files: [ObjectID: [String: ObjectID]] = [:]
  private var contents: [ObjectID: [UInt8]] = [:]

  init(_ graph: ProposalsGraph, prefix: String) {
    self.graph = graph
    rules = RulesReader(prefix: prefix)
  }

  mutating func read(
    _ folder: String, _ repository: borrowing Repository
  ) throws -> ([ProposalHistory.Version], [ObjectID: [UInt8]]) {
    let names = graph.names(of: folder)
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
        places[index] = versions.count
        let rules = try rules.rules(for: node.commit, repository)
        versions.append(
          ProposalHistory.Version(
            commit: node.commit, folder: name, parents: parents, files: files, rules: rules,
            dayBefore: try node.commit.parents.first.map { try repository.commit($0).day },
            isImport: node.parents.isEmpty && rules == nil))
      }
    }
    return (versions, contents)
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
      if contents[file.id] == nil, isText { contents[file.id] = try repository.text(file.id) }
    }
    files[tree] = result
    return result
  }
}
