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
    /// The approvals that the accepted proposals rest on, and whether a signature proves each.
    package let approvals: [Bool]
    /// As ``approvals``, of the settlements of objections.
    package let settlements: [Bool]

    /// Whether all of both are proved.
    package var areProved: Bool { (approvals + settlements).allSatisfy { $0 } }
  }

  /// A commit, a branch, a tag or an edition; nil is the latest edition.
  package let since: String?
  private let surroundings: Surroundings

  package init(since: String?, _ surroundings: Surroundings) {
    self.since = since
    self.surroundings = surroundings
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> Outcome {
    try Audit.refuseIncomplete(workspace)
    let tip = try workspace.commit(named: "HEAD")
    let start = try AuditStart(since, below: tip, in: workspace)
    return try judge(from: start.id, named: start.name, to: tip, in: workspace)
  }

  /// Judges what leads from one commit to another.
  package func judge(
    from start: ObjectID, named name: String, to tip: ObjectID, in workspace: borrowing Workspace
  ) throws(Refusal) -> Outcome {
    try Audit.refuseIncomplete(workspace)
    let commits = try workspace.withRepository { repository in
      try repository.commits(reachableFrom: tip, notFrom: start)
    }
    var reader = AuditReader(commits, endingAt: tip, surroundings)
    var kinds: [CommitAudit.Kind] = []
    var findings: [AuditFinding] = []
    var (approvals, settlements): ([Bool], [Bool]) = ([], [])
    for id in commits {
      let audit = try reader.audit(id, in: workspace)
      kinds.append(audit.kind)
      findings += audit.findings
      approvals += audit.approvals
      settlements += audit.settlements
    }
    if !commits.isEmpty { findings += try unreadable(start, tip, in: workspace) }
    return Outcome(
      start: start.hex, startName: name, tip: tip.hex, kinds: kinds, findings: findings,
      approvals: approvals, settlements: settlements)
  }

  /// What our own reader would refuse of the tip, or what is beyond the limits, and was not so before.
  private func unreadable(
    _ start: ObjectID, _ tip: ObjectID, in workspace: borrowing Workspace
  ) throws(Refusal) -> [AuditFinding] {
    let before = try snapshot(of: start, in: workspace)
    let after = try snapshot(of: tip, in: workspace, after: before)
    let commit = try workspace.withRepository { try $0.commit(tip) }
    // Links and strays are named where they came.
    let faults = ReadBack(after, insteadOf: before).faults.filter {
      ![.notARegularFile, .unexpectedFile].contains($0.rule)
    }
    return faults.prefix(FindingList.limit).map { fault in
      commit.finding(
        .auditUnreadable, fault.location.path, "\(fault.message) (\(fault.rule.rawValue))",
        help: fault.help)
    }
  }

  /// What a commit holds; nothing where there is no portfolio.
  private func snapshot(
    of commit: ObjectID, in workspace: borrowing Workspace, after earlier: Snapshot? = nil
  ) throws(Refusal) -> Snapshot {
    let path = workspace.prefix + Layout.portfolioFolder
    let entry = try workspace.withRepository {
      try $0.entry(at: path, ofTree: try $0.commit(commit).tree)
    }
    guard entry?.isFolder == true else {
      return Snapshot(reading: PortfolioFiles(prefix: workspace.prefix))
    }
    return try workspace.snapshot(of: commit, after: earlier)
  }

  /// A history that is cut off would seem to prove what it does not hold, and one with other objects
  /// in place of its own what git does not show.
  static func refuseIncomplete(_ workspace: borrowing Workspace) throws(Refusal) {
    let (isShallow, replacements) = try workspace.withRepository {
      ($0.isShallow, try $0.replacements())
    }
    guard !isShallow else {
      throw Refusal(
        .tryAgain, "the clone is shallow: its history is cut off, and can't be proved",
        help: ["fetch the rest: 'git fetch --unshallow'"])
    }
    guard let first = replacements.first else { return }
    throw Refusal(
      .refused,
      "git shows other objects here than are stored, and what is judged is what is stored: \(first)",
      help: [
        first.hasPrefix("refs/")
          ? "look at it, then take it away: git update-ref -d \(first)"
          : "look at it, then take it away: rm '\(first)'"
      ])
  }
}
