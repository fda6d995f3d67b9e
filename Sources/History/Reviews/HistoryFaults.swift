import Diagnostics
import Git
import PortfolioModel

/// What was done against the rules to reviews and states in a part of a history, by the commit that
/// did it; also to proposals that are gone since.
struct HistoryFaults {
  struct Fault: Hashable {
    /// Below the prefix.
    let path: String
    let finding: Finding
  }

  private var faults: [ObjectID: [Fault]] = [:]

  /// - Parameter commits: Those to look at; what others did is not asked.
  init(
    _ graph: ProposalsGraph, in commits: Set<ObjectID>, by verifier: any SignatureVerifier,
    _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) {
    var rules = RulesReader()
    for (tip, folder) in HistoryFaults.lines(of: graph, in: commits) {
      let history = ReviewHistory(
        try ProposalHistory(of: folder, in: graph.ending(at: tip), by: &rules, source),
        verifier: verifier)
      for (version, path, finding) in history.raised {
        guard let commit = version.commit?.id, commits.contains(commit) else { continue }
        let fault = Fault(path: path, finding: finding)
        if faults[commit]?.contains(fault) != true { faults[commit, default: []].append(fault) }
      }
    }
  }

  subscript(commit: ObjectID) -> [Fault] {
    (faults[commit] ?? []).sorted { $0.path.precedesBytewise($1.path) }
  }

  /// The ends of all folders that the commits changed: where each stands at the tip, and where one
  /// went and no other came in its place.
  private static func lines(
    of graph: ProposalsGraph, in commits: Set<ObjectID>
  ) -> [(tip: Int, folder: String)] {
    var changed: Set<String> = []
    var lines: [(tip: Int, folder: String)] = []
    for (index, node) in graph.nodes.enumerated() where commits.contains(node.commit.id) {
      for parent in node.parents {
        let before = graph.nodes[parent].folders
        for (name, tree) in node.folders where before[name] != tree { changed.insert(name) }
        let gone = before.names.filter { node.folders[$0] == nil }
        for name in gone.sorted(by: { $0.precedesBytewise($1) }) {
          changed.insert(name)
          let isRenamed = node.renames[parent]?.gone.contains(name) == true
          if !isRenamed { lines.append((index, name)) }
        }
      }
      if node.parents.isEmpty { changed.formUnion(node.folders.names) }
    }
    guard let tip = graph.tip, !changed.isEmpty else { return lines }
    for name in graph.nodes[tip].folders.names.sorted(by: { $0.precedesBytewise($1) })
    where !changed.isDisjoint(with: graph.names(of: name).values) {
      lines.append((tip, name))
    }
    return lines
  }
}
