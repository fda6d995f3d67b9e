import Diagnostics
package import Git
import PortfolioModel

/// A merge as values: what its parents, their common ancestors and itself hold.
package struct MergeSubject: Sendable {
  /// What one parent holds, and what the merge changed of it.
  package struct Side: Sendable {
    /// The portfolio's folder, or nil without one.
    package let portfolio: TreeEntry?
    /// By path below the prefix.
    package let changes: [TreeChange]
    /// The touched proposals as the parent has them.
    package let proposals: Snapshot

    package init(portfolio: TreeEntry?, changes: [TreeChange], proposals: Snapshot) {
      self.portfolio = portfolio
      self.changes = changes
      self.proposals = proposals
    }
  }

  package let commit: Commit
  package let sides: [Side]
  /// The portfolio's folder in each best common ancestor.
  package let bases: [TreeEntry?]
  package let portfolio: TreeEntry?
  /// The touched proposals as the merge has them.
  package let proposals: Snapshot

  package init(
    _ commit: Commit, sides: [Side], bases: [TreeEntry?], portfolio: TreeEntry?,
    proposals: Snapshot
  ) {
    self.commit = commit
    self.sides = sides
    self.bases = bases
    self.portfolio = portfolio
    self.proposals = proposals
  }
}

/// Whether a merge is honest: at most one side changed the portfolio since the common ancestor, the
/// merge holds that side, and no side's closed proposals, objections or reviews are lost.
struct MergeAudit {
  private let subject: MergeSubject
  private(set) var findings: [AuditFinding] = []

  init(_ subject: MergeSubject) {
    self.subject = subject
    findings += portfolioFindings()
    findings += CommitAudit.unfounded(subject.commit, AuditTrailers(subject.commit.message))
    var found = Set(findings)
    for finding in foreignFindings() + proposalFindings() where found.insert(finding).inserted {
      findings.append(finding)
    }
  }

  private func portfolioFindings() -> [AuditFinding] {
    let changed = subject.sides.map(\.portfolio).filter { side in
      subject.bases.isEmpty ? side != nil : !subject.bases.contains(side)
    }
    let results = Set(changed)
    guard results.count < 2 else {
      return [
        dishonest(
          "\(results.count) sides of the merge changed the portfolio, and no proposal joins them",
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
            ? "no side of the merge changed the portfolio, and the merge does"
            : "one side of the merge changed the portfolio, and the merge holds something else",
          help: ["merge again and take the portfolio of the side that changed it, whole"])
      ]
    }
    return []
  }

  private func dishonest(_ message: String, help: [String]) -> AuditFinding {
    subject.commit.finding(
      .auditMergeDishonest, subject.proposals.files.prefix + Layout.portfolioFolder, message,
      help: help)
  }

  private func plain(_ side: MergeSubject.Side) -> AuditSubject {
    AuditSubject(
      subject.commit, side.changes, before: side.proposals, after: subject.proposals)
  }

  /// What is in no parent; what is in one was judged there.
  private func foreignFindings() -> [AuditFinding] {
    let foreign = subject.sides.map { Set(CommitAudit.foreign(plain($0))) }
    guard let first = foreign.first else { return [] }
    return foreign.dropFirst().reduce(first) { $0.intersection($1) }
      .sorted { ($0.path ?? "").precedesBytewise($1.path ?? "") }
  }

  private func proposalFindings() -> [AuditFinding] {
    subject.sides.enumerated().flatMap { index, side in
      let others = subject.sides.enumerated().filter { $0.offset != index }
        .map(\.element.proposals)
      return ProposalsAudit(plain(side), others: others).findings
    }
  }
}

extension CommitAudit {
  /// The judgement of a merge.
  package init(_ merge: MergeSubject) {
    kind = .merge
    findings = MergeAudit(merge).findings
    approvals = []
  }
}
