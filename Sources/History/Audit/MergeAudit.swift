import Diagnostics
package import Git
import PortfolioModel
import Records

/// The values of a merge, of its parents and of their common ancestors that judging it needs.
package struct MergeSubject: Sendable {
  /// What one parent holds, and what the merge changed in comparison.
  package struct Side: Sendable {
    /// The portfolio's folder, or nil where there is none.
    package let portfolio: TreeEntry?
    /// The changed files, by path below the prefix.
    package let changes: [TreeChange]

    package init(portfolio: TreeEntry?, changes: [TreeChange]) {
      self.portfolio = portfolio
      self.changes = changes
    }
  }

  package let commit: Commit
  package let sides: [Side]
  /// The portfolio's folder in each best common ancestor of two sides; empty where all sides hold
  /// the same as the merge.
  package let bases: [TreeEntry?]
  package let portfolio: TreeEntry?
  /// The merge's changes to reviews and states that break the rules.
  package let faults: [AuditFinding]
  /// The folder of `Portfolio/` and `Proposals/`: empty, or with a final slash.
  package let prefix: String

  package init(
    _ commit: Commit, sides: [Side], bases: [TreeEntry?], portfolio: TreeEntry?,
    faults: [AuditFinding], prefix: String
  ) {
    self.commit = commit
    self.sides = sides
    self.bases = bases
    self.portfolio = portfolio
    self.faults = faults
    self.prefix = prefix
  }
}

/// Checks that a merge is honest: at most one side changed the portfolio since the common ancestor,
/// the merge holds that side's portfolio, and no side's closed proposals, objections or reviews are
/// lost. A merge of more than two sides is honest only where every side holds the same as the
/// merge, as the merges of its pairs were never made.
struct MergeAudit {
  private let subject: MergeSubject
  private(set) var findings: [AuditFinding] = []

  init(_ subject: MergeSubject) {
    self.subject = subject
    findings += subject.commit.malformations
    findings += subject.sides.count > 2 ? octopusFindings() : portfolioFindings()
    findings += CommitAudit.unfounded(
      subject.commit, AuditTrailers(subject.commit.message),
      isElsewhere: !subject.prefix.isEmpty && subject.sides.allSatisfy(\.changes.isEmpty))
    var found = Set(findings)
    for finding in foreignFindings() + subject.faults where found.insert(finding).inserted {
      findings.append(finding)
    }
  }

  private func octopusFindings() -> [AuditFinding] {
    guard subject.sides.contains(where: { !$0.changes.isEmpty }) else { return [] }
    return [
      subject.commit.finding(
        .auditMergeDishonest, nil,
        "\(subject.sides.count) sides are merged at once, but they do not all hold the same "
          + "portfolio and proposals",
        help: ["merge one branch after another"])
    ]
  }

  private func portfolioFindings() -> [AuditFinding] {
    let changed = subject.sides.map(\.portfolio).filter { side in
      subject.bases.isEmpty ? side != nil : !subject.bases.contains(side)
    }
    let results = Set(changed)
    guard results.count < 2 else {
      return [
        dishonest(
          "\(results.count) sides of the merge changed the portfolio, but no proposal joins them",
          help: [
            "merge without the portfolio's commits of one side, and commit its proposals again "
              + "on the merged branch"
          ])
      ]
    }
    let held = results.first ?? subject.sides.first?.portfolio
    // With several common ancestors, sides can differ although each of them equals an ancestor.
    let isClear = !results.isEmpty || Set(subject.sides.map(\.portfolio)).count < 2
    guard isClear, subject.portfolio == held else {
      return [
        dishonest(
          results.isEmpty
            ? "no side of the merge changed the portfolio, but the merge does"
            : "one side of the merge changed the portfolio, but the merge holds something else",
          help: ["merge again and take the portfolio of the side that changed it, whole"])
      ]
    }
    return []
  }

  private func dishonest(_ message: String, help: [Hint]) -> AuditFinding {
    subject.commit.finding(
      .auditMergeDishonest, subject.prefix + Layout.portfolioFolder, message,
      help: help)
  }

  /// The findings on foreign files that are in no parent; the others were judged there.
  private func foreignFindings() -> [AuditFinding] {
    let foreign = subject.sides.map { side in
      Set(CommitAudit.foreign(side.changes, of: subject.commit, below: subject.prefix))
    }
    guard let first = foreign.first else { return [] }
    return foreign.dropFirst().reduce(first) { $0.intersection($1) }
      .sorted { ($0.path ?? "").precedesBytewise($1.path ?? "") }
  }
}

extension CommitAudit {
  /// The judgement of a merge.
  package init(_ merge: MergeSubject) {
    kind = .merge
    findings = MergeAudit(merge).findings
    (approvals, settlements) = ([], [])
  }
}
