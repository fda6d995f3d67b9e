import Diagnostics
import Git
import PortfolioModel

/// The changes to reviews and states that broke the rules in a part of a history, by commit.
/// Proposals that are gone since are included.
struct HistoryFaults {
  struct Fault: Hashable {
    /// The path below the prefix.
    let path: String
    let finding: Finding
  }

  private var faults: [ObjectID: [Fault]] = [:]

  /// - Parameter commits: The commits to examine.
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

  /// The end of each folder that the commits changed: its place at the tip, or the place where it
  /// disappeared without a successor.
  private static func lines(
    of graph: ProposalsGraph, in commits: Set<ObjectID>
  ) -> [(tip: Int, folder: String)] {
    var changed: Set<String> = []
    var lines: [(tip: Int, folder: String)] = []
    for (index, node) in graph.nodes.enumerated() where commits.contains(node.commit.id) {
      for parent in node.parents {
        let before = graph.nodes[parent].folders
        for name in node.folders.differences(to: before) where node.folders[name] != before[name] {
          changed.insert(name)
          let isGone = node.folders[name] == nil
          let isRenamed = node.renames[parent]?.gone.contains(name) == true
          if isGone, !isRenamed { lines.append((index, name)) }
        }
      }
      if node.parents.isEmpty { changed.formUnion(node.folders.names) }
    }
    func isChanged(_ name: String) -> Bool {
      graph.isRenamed(name)
        ? !changed.isDisjoint(with: graph.names(of: name).values) : changed.contains(name)
    }
    guard let tip = graph.tip, !changed.isEmpty else { return lines }
    for name in graph.nodes[tip].folders.names.sorted(by: { $0.precedesBytewise($1) })
    where isChanged(name) { lines.append((tip, name)) }
    return lines
  }
}
