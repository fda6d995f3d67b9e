import Diagnostics
package import Git
package import PortfolioModel
package import Records

/// What a commit changed below `Portfolio/` and `Proposals/`, against its first parent, with what
/// judging it takes: all of it values, so that the judgement is a pure function.
package struct AuditSubject: Sendable {
  package let commit: Commit
  /// By path below the prefix.
  package let changes: [TreeChange]
  /// The first parent's, where the portfolio changed; else none of it.
  package let before: Snapshot
  /// The touched proposals as the commit has them, where the portfolio changed.
  package let after: Snapshot
  package let evidence: AuditEvidence

  package init(
    _ commit: Commit, _ changes: [TreeChange], before: Snapshot, after: Snapshot,
    evidence: AuditEvidence = AuditEvidence()
  ) {
    self.commit = commit
    self.changes = changes
    self.before = before
    self.after = after
    self.evidence = evidence
  }

  /// Removing a file that never belonged there does not change the portfolio.
  var portfolioChanges: [TreeChange] {
    changes(below: Layout.portfolioFolder).filter { !$0.removesStray }
  }
  var proposalChanges: [TreeChange] { changes(below: Layout.proposalsFolder) }

  private func changes(below folder: String) -> [TreeChange] {
    changes.filter { $0.path.hasSameBytes(as: folder) || $0.path.hasPrefix(folder + "/") }
  }

  /// A finding on the commit; `path` is below the prefix.
  func finding(
    _ rule: RuleID, _ path: String? = nil, _ message: String, help: [Hint] = []
  ) -> AuditFinding {
    commit.finding(rule, path.map { before.files.prefix + $0 }, message, help: help)
  }
}

/// What history and signatures say of a commit, and of the proposal that it names.
package struct AuditEvidence: Sendable {
  /// What the commit did to reviews and states that breaks the rules.
  package var faults: [AuditFinding] = []
  /// The addresses, in lower case, whose approvals do not count.
  package var ownPeople: Set<String> = []
  /// What the history before the commit says of the proposal.
  package var past = ProposalPast()
  /// The day of the first parent.
  package var dayBefore: CalendarDate?
  /// What the signatures of its reviews come to, by the keys of the base; nil where nobody looked.
  package var signatures: ReviewSignatures?

  package init(faults: [AuditFinding] = []) { self.faults = faults }
}

extension Commit {
  /// The first line of the message.
  var title: String { String(message.prefix { $0 != "\n" && $0 != "\r\n" }) }

  /// Its author, as far as it names one.
  var authorName: String { author.name.isEmpty ? "an unnamed author" : author.name }

  /// The fault of a commit that git itself would not write. It is judged like any other.
  var malformations: [AuditFinding] {
    faults.map {
      finding(
        .auditCommitMalformed, nil, "git would not write such a commit: \($0)",
        help: [
          "\(git: .commitText(id.hex)) prints it; refuse such commits: "
            + "\(gitLine: .config(.set("receive.fsckObjects", "true")))"
        ])
    }
  }

  /// That it is of a day that is yet to come on a day: days of acceptances and reviews are held
  /// against those of commits.
  func datedAhead(of today: CalendarDate) -> [AuditFinding] {
    guard let day, day.isBeyond(today) else { return [] }
    return [
      finding(
        .auditDatedAhead, nil,
        "the commit is dated \(day), but today is \(today) here",
        help: [
          "set the clock right and make it again: \(git: .amend), or "
            + "\(git: .rebaseAgain) from below it"
        ])
    ]
  }

  func finding(
    _ rule: RuleID, _ path: String?, _ message: String, help: [Hint] = []
  ) -> AuditFinding {
    AuditFinding(
      rule: rule, commit: id.hex, title: title, path: path, message: message, help: help)
  }
}
