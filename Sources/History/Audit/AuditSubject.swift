import Diagnostics
package import Git
package import PortfolioModel
package import Records

/// A commit's changes below `Portfolio/` and `Proposals/` since its first parent, and the values
/// that are needed to judge them. The judgement depends on nothing else.
package struct AuditSubject: Sendable {
  package let commit: Commit
  /// The changed files, by path below the prefix.
  package let changes: [TreeChange]
  /// The first parent's snapshot where the portfolio changed; otherwise an empty one.
  package let before: Snapshot
  /// The changelog that the proposals give that were accepted before.
  package let changelog: Changelog
  /// The id of the first parent's changelog file, if it has one; the file itself is not read.
  package let changelogFile: ObjectID?
  /// The changed proposals as the commit has them, where the portfolio changed.
  package let after: Snapshot
  package let evidence: AuditEvidence

  package init(
    _ commit: Commit, _ changes: [TreeChange], before: Snapshot,
    changelog: Changelog = Changelog([]), changelogFile: ObjectID? = nil, after: Snapshot,
    evidence: AuditEvidence = AuditEvidence()
  ) {
    self.commit = commit
    self.changes = changes
    self.before = before
    (self.changelog, self.changelogFile) = (changelog, changelogFile)
    self.after = after
    self.evidence = evidence
  }

  /// The changes below `Portfolio/`, without the removal of files that never belonged there.
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

/// The evidence from history and signatures about a commit and the proposal that it names.
package struct AuditEvidence: Sendable {
  /// The commit's changes to reviews and states that break the rules.
  package var faults: [AuditFinding] = []
  /// The addresses of the people whose approvals don't count, in lower case.
  package var ownPeople: Set<String> = []
  /// The history of the proposal before the commit.
  package var past = ProposalPast()
  /// The portfolio's description as the commit has it, where the commit names an edition.
  package var description: PortfolioDescription?
  /// The editions that the commit names since which an edition is to be proved; nil where it has no
  /// such commit.
  package var baseEditions: [String]?
  /// The commit of the tag of the edition that the commit makes; nil where there is none.
  package var tagged: ObjectID?
  /// What is known of the portfolio before the commit; nil where nothing is.
  package var ground: ProposalGround?
  /// The acceptances before the commit, where they are known.
  package var acceptances: Acceptances?
  /// The day of the first parent.
  package var dayBefore: CalendarDate?
  /// The results of checking the signatures of its reviews with the base's keys; nil where they
  /// were not checked.
  package var signatures: ReviewSignatures?

  package init(faults: [AuditFinding] = []) { self.faults = faults }
}

extension Commit {
  /// The first line of the message.
  var title: String { String(message.prefix { $0 != "\n" && $0 != "\r\n" }) }

  /// The author's name, or words for a missing one.
  var authorName: String { author.name.isEmpty ? "an unnamed author" : author.name }

  /// The faults of a commit that git itself would not write. The commit is judged like any other.
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

  /// The finding that the commit is dated after a day; it matters as the days of acceptances and
  /// reviews are compared with those of commits.
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
