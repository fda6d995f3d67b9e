package import Diagnostics
import Git
package import History
package import Store

/// Proves the history that leads from a start to HEAD.
package struct AuditCommits: Sendable {
  /// A commit, a branch, a tag or an edition; nil is the latest edition.
  package let since: String?
  private let surroundings: Surroundings

  package init(since: String?, _ surroundings: Surroundings) {
    self.since = since
    self.surroundings = surroundings
  }

  /// - Returns: What was found, and the full names of tags that were skipped in search of a start, as
  ///   they are on commits that make no edition.
  package func run(
    in workspace: borrowing Workspace
  ) throws(Refusal) -> (outcome: HistoryAudit.Outcome, skipped: [String]) {
    try workspace.refuseIncompleteHistory()
    let tip = try workspace.commit(named: "HEAD")
    let start = try AuditStart(since, below: tip, in: workspace)
    let outcome = try HistoryAudit(by: SSHKeygen(surroundings), today: surroundings.today)
      .judge(from: start.id, named: start.name, to: tip, in: workspace)
    return (outcome, start.skipped)
  }
}
