import Diagnostics
import Git
import PortfolioModel

/// The history of the proposals for an audit. It is read when the first commit needs it; commits
/// that touch no proposal don't.
struct AuditHistory {
  private let commits: [ObjectID]
  private let tip: ObjectID
  private let verifier: any SignatureVerifier
  private var known: (graph: ProposalsGraph, faults: HistoryFaults)?

  init(_ commits: [ObjectID], endingAt tip: ObjectID, by verifier: any SignatureVerifier) {
    self.commits = commits
    self.tip = tip
    self.verifier = verifier
  }

  mutating func graph(
    _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> ProposalsGraph {
    try read(source).graph
  }

  /// A commit's changes to reviews and states that break the rules.
  mutating func faults(
    of commit: Commit, _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> [AuditFinding] {
    try read(source).faults[commit.id].map { fault in
      commit.finding(
        fault.finding.rule, source.prefix + fault.path, fault.finding.message,
        help: fault.finding.help)
    }
  }

  private mutating func read(
    _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> (graph: ProposalsGraph, faults: HistoryFaults) {
    if let known { return known }
    let graph = try ProposalsGraph(source, from: tip)
    let faults = try HistoryFaults(graph, in: Set(commits), by: verifier, source)
    known = (graph, faults)
    return (graph, faults)
  }
}
