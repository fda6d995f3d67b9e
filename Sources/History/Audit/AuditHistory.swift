import Diagnostics
import Git
import PortfolioModel
import Store

/// The history of the proposals behind an audit, read when the first commit asks for it: one that
/// touches no proposal needs none.
struct AuditHistory {
  private let commits: [ObjectID]
  private let tip: ObjectID
  private let surroundings: Surroundings
  private var known: (graph: ProposalsGraph, faults: HistoryFaults)?

  init(_ commits: [ObjectID], endingAt tip: ObjectID, _ surroundings: Surroundings) {
    self.commits = commits
    self.tip = tip
    self.surroundings = surroundings
  }

  mutating func graph(_ workspace: borrowing Workspace) throws(Refusal) -> ProposalsGraph {
    try read(workspace).graph
  }

  /// What a commit did to reviews and states against the rules.
  mutating func faults(
    of commit: Commit, _ workspace: borrowing Workspace
  ) throws(Refusal) -> [AuditFinding] {
    try read(workspace).faults[commit.id].map { fault in
      commit.finding(
        fault.finding.rule, workspace.prefix + fault.path, fault.finding.message,
        help: fault.finding.help)
    }
  }

  private mutating func read(
    _ workspace: borrowing Workspace
  ) throws(Refusal) -> (graph: ProposalsGraph, faults: HistoryFaults) {
    if let known { return known }
    let graph = try ProposalsGraph(workspace, from: tip)
    let faults = try HistoryFaults(
      graph, in: Set(commits), by: SSHKeygen(surroundings), workspace)
    known = (graph, faults)
    return (graph, faults)
  }
}
