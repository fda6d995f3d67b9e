import Diagnostics
import Git
import PortfolioModel

/// Collects the versions of one proposal's folder from the graph.
struct HistoryReader {
  private let graph: ProposalsGraph
  private(set) var rules: RulesReader
  private var files: [ObjectID: [String: ObjectID]] = [:]
  private var texts: ProposalTexts
  /// One copy of each path, which all versions share.
  private var paths: [String: String] = [:]
  /// For each version, whether its text or an earlier one names a proposer.
  private var hasProposer: [Bool] = []
  /// How many more files all versions together may hold, which limits the memory.
  private var left = HistoryReader.maximumFiles
  private static let maximumFiles = 2_000_000

  init(_ graph: ProposalsGraph, _ rules: RulesReader, knowing texts: ProposalTexts) {
    self.graph = graph
    self.rules = rules
    self.texts = texts
  }

  mutating func read(
    _ folder: String, _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> ([ProposalHistory.Version], ProposalTexts) {
    var versions: [ProposalHistory.Version] = []
    // For each node of the line, the version of the folder at that node.
    var places: [Int: Int] = [:]
    let line = FolderLine(of: folder, in: graph)
    for (index, name) in line.nodes {
      let node = graph.nodes[index]
      let files = try self.files(node.folders[name], source)
      var parents: [Int] = []
      for parent in node.parents {
        if let before = line.node(at: parent, in: graph), let place = places[before],
          !parents.contains(place)
        {
          parents.append(place)
        }
      }
      if parents.count == 1, versions[parents[0]].files == files {
        places[index] = parents[0]
      } else if !parents.isEmpty || !files.isEmpty {
        places[index] = versions.count
        try readProposer(files, parents, source)
        let rules = try rules.rules(for: node.commit, in: graph, source)
        versions.append(
          ProposalHistory.Version(
            commit: node.commit, folder: name, parents: parents, files: files, rules: rules,
            dayBefore: try graph.ground(under: node.commit, source)?.day,
            isImport: node.parents.isEmpty && rules == nil))
      }
    }
    return (versions, texts)
  }

  /// Looks for the first proposer. Later texts, of which there may be thousands, are not read.
  private mutating func readProposer(
    _ files: [String: ObjectID], _ parents: [Int],
    _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) {
    var isKnown = parents.contains { hasProposer[$0] }
    if !isKnown, let text = files[ProposalHistory.proposal] {
      try texts.read(ProposalHistory.proposal, text) { () throws(Refusal) in
        try source.text(text)
      }
      isKnown = texts.proposer(text) != nil
    }
    hasProposer.append(isKnown)
  }

  private mutating func files(
    _ tree: ObjectID?, _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> [String: ObjectID] {
    guard let tree else { return [:] }
    if let known = files[tree] { return known }
    var result: [String: ObjectID] = [:]
    for file in try source.files(inTree: tree) {
      let path = paths[file.path] ?? file.path
      paths[path] = path
      result[path] = file.id
      if file.isText, path != ProposalHistory.proposal {
        try texts.read(path, file.id) { () throws(Refusal) in try source.text(file.id) }
      }
    }
    left -= result.count
    guard left >= 0 else {
      throw Refusal(
        .refused,
        "there is more to read than a portfolio and its history can hold: more than "
          + "\(HistoryReader.maximumFiles) files in all versions of a proposal",
        help: [
          "prove the history in parts, \(run: .auditSince); push fewer commits at once"
        ])
    }
    files[tree] = result
    return result
  }
}
