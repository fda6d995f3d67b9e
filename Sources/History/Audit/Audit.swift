package import Diagnostics
package import Git
import Parallel
package import PortfolioModel

/// Proves a history: every commit that is reachable from a tip and not from a start, including
/// merges.
package struct HistoryAudit: Sendable {
  package struct Outcome: Sendable {
    /// 40 hexadecimal digits.
    package let start: String
    /// The meaning of the start's given name: a reference's full name, or an id.
    package let startName: String
    /// 40 hexadecimal digits.
    package let tip: String
    /// The kinds of the commits, parents before children.
    package let kinds: [CommitAudit.Kind]
    package let findings: [AuditFinding]
    /// One element for each approval that an accepted proposal relies on: whether a signature
    /// proves it.
    package let approvals: [Bool]
    /// The same as ``approvals`` for the settlements of objections.
    package let settlements: [Bool]

    /// Whether all approvals and settlements are proved.
    package var areProved: Bool { (approvals + settlements).allSatisfy { $0 } }
  }

  private let verifier: any SignatureVerifier
  private let today: CalendarDate

  /// - Parameter verifier: Checks signatures.
  /// - Parameter today: The day of the audit; commits that are dated later are reported.
  package init(by verifier: any SignatureVerifier, today: CalendarDate) {
    self.verifier = verifier
    self.today = today
  }

  /// Judges the commits from a start to a tip.
  package func judge(
    from start: ObjectID, named name: String, to tip: ObjectID,
    in source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> Outcome {
    let lineage = try source.lineage(of: [tip], from: start)
    let commits = lineage.commits(reachableFrom: tip, notFrom: start)
    try source.refuseFalseParents(of: commits + [start])
    var reader = AuditReader(commits, in: lineage, endingAt: tip, by: verifier, today: today)
    var kinds: [CommitAudit.Kind] = []
    var findings: [AuditFinding] = []
    var (approvals, settlements): ([Bool], [Bool]) = ([], [])
    let progress = Progress("commits proved", of: commits.count)
    for id in commits {
      progress.advance()
      let audit = try reader.audit(id, from: source)
      kinds.append(audit.kind)
      findings += audit.findings
      approvals += audit.approvals
      settlements += audit.settlements
    }
    findings += try reader.unreadable(from: start, to: tip, source)
    return Outcome(
      start: start.hex, startName: name, tip: tip.hex, kinds: kinds, findings: findings,
      approvals: approvals, settlements: settlements)
  }
}
