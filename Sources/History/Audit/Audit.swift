package import Diagnostics
package import Git
import PortfolioModel
package import Store

/// Proves a history: every commit that is reachable from a tip and not from a start, merges included.
package struct HistoryAudit: Sendable {
  package struct Outcome: Sendable {
    /// 40 hexadecimal digits.
    package let start: String
    /// What the start was taken for: a reference's full name, or an id.
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
    try HistoryAudit.refuseIncomplete(workspace)
    let tip = try workspace.commit(named: "HEAD")
    let start = try AuditStart(since, below: tip, in: workspace)
    return try judge(from: start.id, named: start.name, to: tip, in: workspace)
  }

  /// Judges what leads from one commit to another.
  package func judge(
    from start: ObjectID, named name: String, to tip: ObjectID, in workspace: borrowing Workspace
  ) throws(Refusal) -> Outcome {
    try HistoryAudit.refuseIncomplete(workspace)
    let (lineage, commits, lie) = try workspace.withRepository { repository in
      let lineage = try repository.lineage(of: [tip], from: start)
      let commits = lineage.commits(reachableFrom: tip, notFrom: start)
      return (
        lineage, commits, try repository.falseCommitGraphs(of: commits + [start]).first
      )
    }
    if let lie { throw HistoryAudit.showsOthers(lie) }
    var reader = AuditReader(commits, in: lineage, endingAt: tip, surroundings)
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
    findings += try reader.unreadable(from: start, to: tip, in: workspace)
    return Outcome(
      start: start.hex, startName: name, tip: tip.hex, kinds: kinds, findings: findings,
      approvals: approvals, settlements: settlements)
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
    if let first = replacements.first { throw showsOthers(first) }
  }

  /// - Parameter place: A reference's full name, or a file.
  private static func showsOthers(_ place: String) -> Refusal {
    Refusal(
      .refused,
      "git shows other objects here than are stored, and what is judged is what is stored: \(place)",
      help: [
        "look at it, then take it away: "
          + (place.hasPrefix("refs/")
            ? "git update-ref -d \(place)" : "rm \(Typed.quoted(place))")
      ])
  }
}
