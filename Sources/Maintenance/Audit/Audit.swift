import Diagnostics
package import Git
import PortfolioModel

/// Proves a history: every commit that is reachable from a tip and not from a start, merges included.
package struct Audit: Sendable {
  package struct Outcome: Sendable {
    /// 40 hexadecimal digits.
    package let start: String
    /// What the start was found by.
    package let startName: String
    /// 40 hexadecimal digits.
    package let tip: String
    /// In the order of the history, oldest first.
    package let kinds: [CommitAudit.Kind]
    package let findings: [AuditFinding]
    /// Of the approvals that the accepted proposals rest on.
    package let approvals: Int
    /// How many of them a signature proves.
    package let proved: Int
  }

  /// A commit, a branch, a tag or an edition; nil is the latest edition.
  package let since: String?
  private let surroundings: Surroundings

  package init(since: String?, _ surroundings: Surroundings) {
    self.since = since
    self.surroundings = surroundings
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> Outcome {
    try Audit.refuseShallow(workspace)
    let tip = try workspace.commit(named: "HEAD")
    let start = try AuditStart(since, below: tip, in: workspace)
    return try judge(from: start.id, named: start.name, to: tip, in: workspace)
  }

  /// Judges what leads from one commit to another.
  package func judge(
    from start: ObjectID, named name: String, to tip: ObjectID, in workspace: borrowing Workspace
  ) throws(Refusal) -> Outcome {
    try Audit.refuseShallow(workspace)
    let commits = try workspace.withRepository { repository in
      try repository.commits(reachableFrom: tip, notFrom: start)
    }
    var reader = AuditReader(commits, endingAt: tip, surroundings)
    var kinds: [CommitAudit.Kind] = []
    var findings: [AuditFinding] = []
    var approvals: [Bool] = []
    for id in commits {
      let audit = try reader.audit(id, in: workspace)
      kinds.append(audit.kind)
      findings += audit.findings
      approvals += audit.approvals
    }
    return Outcome(
      start: start.hex, startName: name, tip: tip.hex, kinds: kinds, findings: findings,
      approvals: approvals.count, proved: approvals.count { $0 })
  }

  /// A history that is cut off would seem to prove what it does not hold.
  static func refuseShallow(_ workspace: borrowing Workspace) throws(Refusal) {
    guard try workspace.withRepository({ $0.isShallow }) else { return }
    throw Refusal(
      .tryAgain, "the clone is shallow: its history is cut off, and can't be proved",
      help: ["fetch the rest: 'git fetch --unshallow'"])
  }
}
