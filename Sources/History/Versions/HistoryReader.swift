import Git
import PortfolioModel
import Store

/// Collects the versions of one folder from the graph.
struct HistoryReader {
  private let graph: ProposalsGraph
  private(set) var rules: RulesReader
  private var files: [ObjectID: [String: ObjectID]] = [:]
  private var texts = ProposalTexts()
  /// Each path that any version has, so that all versions share it.
  private var paths: [String: String] = [:]
  /// By version, whether its text, or one that led to it, names a proposer.
  private var hasProposer: [Bool] = []
  /// Of all versions together, so that they can be held.
  private var left = HistoryReader.maximumFiles
  private static let maximumFiles = 2_000_000

  init(_ graph: ProposalsGraph, _ rules: RulesReader) {
    self.graph = graph
    self.rules = rules
  }

  mutating func read(
    _ folder: String, _ repository: borrowing Repository
  ) throws -> ([ProposalHistory.Version], ProposalTexts) {
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
        try readProposer(files, parents, repository)
        let rules = try rules.rules(for: node.commit, repository)
        versions.append(
          ProposalHistory.Version(
            commit: node.commit, folder: name, parents: parents, files: files, rules: rules,
            dayBefore: try node.commit.parents.first.flatMap { try repository.commit($0).day },
            isImport: node.parents.isEmpty && rules == nil))
      }
    }
    return (versions, texts)
  }

  /// Looks for whoever proposed first: later texts, of which there may be thousands, are not read.
  private mutating func readProposer(
    _ files: [String: ObjectID], _ parents: [Int], _ repository: borrowing Repository
  ) throws {
    var isKnown = parents.contains { hasProposer[$0] }
    if !isKnown, let text = files[ProposalHistory.proposal] {
      try texts.read(ProposalHistory.proposal, text) { try repository.text(text) }
      isKnown = texts.proposer(text) != nil
    }
    hasProposer.append(isKnown)
  }

  private mutating func files(
    _ tree: ObjectID?, _ repository: borrowing Repository
  ) throws -> [String: ObjectID] {
    guard let tree else { return [:] }
    if let known = files[tree] { return known }
    var result: [String: ObjectID] = [:]
    for file in try repository.files(inTree: tree) {
      let path = paths[file.path] ?? file.path
      paths[path] = path
      result[path] = file.id
      if file.isText, path != ProposalHistory.proposal {
        try texts.read(path, file.id) { try repository.text(file.id) }
      }
    }
    left -= result.count
    guard left >= 0 else {
      throw RepositoryProblem(
        .oversizedReading,
        detail: "more than \(HistoryReader.maximumFiles) files in all versions of a proposal")
    }
    files[tree] = result
    return result
  }
}
