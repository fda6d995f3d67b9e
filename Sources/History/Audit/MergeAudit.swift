import Diagnostics
package import Git
import PortfolioModel
import Records

/// A merge as values: what its parents, their common ancestors and itself hold.
package struct MergeSubject: Sendable {
  /// What one parent holds, and what the merge changed of it.
  package struct Side: Sendable {
    /// The portfolio's folder, or nil without one.
    package let portfolio: TreeEntry?
    /// By path below the prefix.
    package let changes: [TreeChange]

    package init(portfolio: TreeEntry?, changes: [TreeChange]) {
      self.portfolio = portfolio
      self.changes = changes
    }
  }

  package let commit: Commit
  package let sides: [Side]
  /// The portfolio's folder in each best common ancestor of two sides, where one of them is not as
  /// the merge is.
  package let bases: [TreeEntry?]
  package let portfolio: TreeEntry?
  /// What the merge did to reviews and states that breaks the rules.
  package let faults: [AuditFinding]
  /// Where the two folders stand, empty or with a slash at its end.
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

/// Whether a merge is honest: at most one side changed the portfolio since the common ancestor, the
/// merge holds that side, and no side's closed proposals, objections or reviews are lost. A merge of
/// more than two sides says nothing of what each two of them make, and is honest only where every
/// side holds what it holds.
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
        "\(subject.sides.count) sides are merged at once, which do not all hold the same portfolio "
          + "and proposals",
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
    // With several ancestors, sides may differ that each stand where one of these stood.
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

  /// What is in no parent; what is in one was judged there.
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
