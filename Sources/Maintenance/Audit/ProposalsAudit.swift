import Diagnostics
import Git
import PortfolioModel

/// What a commit may do below `Proposals/` on its own: unfinished proposals and reviews are free,
/// closed proposals never change, and reviews are not deleted or put back in time.
struct ProposalsAudit {
  private let subject: AuditSubject
  private(set) var findings: [AuditFinding] = []

  /// The other parents of a merge: what they hold was judged where it came from.
  private let others: [Snapshot]

  /// `skipping`: the folder that an acceptance accounts for.
  init(_ subject: AuditSubject, skipping skipped: String? = nil, others: [Snapshot] = []) {
    self.subject = subject
    self.others = others
    for folder in ProposalsAudit.folders(subject.proposalChanges) where folder != skipped {
      judge(folder)
    }
  }

  /// The names of the proposals' folders that hold a changed file.
  static func folders(_ changes: [TreeChange]) -> [String] {
    let names = changes.map { $0.path.split(separator: "/") }.filter { $0.count > 2 }
      .map { String($0[1]) }.filter { Proposal.number(ofFolder: $0) != nil }
    return Set(names).sorted { $0.precedesBytewise($1) }
  }

  private mutating func judge(_ folder: String) {
    let old = subject.before.entry(in: folder)
    let new = subject.after.entry(in: folder)
    if let old, old.status.isClosed {
      closed(old, new)
      return
    }
    let isClosedElsewhere = others.contains { $0.entry(in: folder)?.status.isClosed == true }
    if let old { reviews(old, new, onlyObjections: isClosedElsewhere) }
    guard let new, new.status != old?.status, !isClosedElsewhere else { return }
    if new.status == .accepted {
      add(
        .auditAcceptanceForged, Layout.stateFile(folder),
        "proposal \(new.label) is marked as accepted, and the portfolio did not change by it",
        help: ["'rspmaint commit \(new.number)' accepts proposals"])
    }
    if new.status == .withdrawn { withdrawn(new) }
  }

  private mutating func add(
    _ rule: RuleID, _ path: String, _ message: String, help: [String] = []
  ) {
    findings.append(subject.finding(rule, path, message, help: help))
  }

  /// Errata may be added to what was refused; an accepted proposal's are part of the changelog.
  private mutating func closed(_ old: ProposalEntry, _ new: ProposalEntry?) {
    let paths = subject.proposalChanges.map(\.path).filter {
      $0.hasPrefix("Proposals/\(old.folder)/")
    }
    if let new, old.status != .accepted, new.state.onlyAddsErrata(to: old.state),
      paths == [Layout.stateFile(old.folder)]
    {
      return
    }
    for path in paths {
      add(
        .auditClosedChanged, path,
        "proposal \(old.label) is \(old.status.rawValue) and never changes again",
        help: [
          "put it back: 'git checkout \(subject.commit.id.hex)~ -- \(subject.before.files.prefix)\(path)'"
        ])
    }
  }

  /// `onlyObjections`: another side closed the proposal without the approvals of this one, which is
  /// no loss.
  private mutating func reviews(
    _ old: ProposalEntry, _ new: ProposalEntry?, onlyObjections: Bool
  ) {
    if new == nil, isMoved(old) { return }
    for review in old.reviews where !onlyObjections || review.verdict == .object {
      let path = Layout.reviewFile(old.folder, review.file)
      let next = new?.reviews.first { $0.file.hasSameBytes(as: review.file) }
      guard let next, next.reviewer == review.reviewer else {
        add(
          .auditReviewDropped, path,
          "the review by \(review.file) of \(review.date) (\(review.verdict.rawValue)) is gone",
          help: ["reviews are replaced by later ones of the same reviewer, never deleted"])
        continue
      }
      if next.date < review.date {
        add(
          .auditReviewBackdated, path,
          "the review by \(review.file) of \(review.date) (\(review.verdict.rawValue)) was "
            + "replaced by one of \(next.date) (\(next.verdict.rawValue))",
          help: ["a review that replaces another is not older"])
      }
    }
  }

  /// Whether a folder was given another number, with its text and every review as they were.
  private func isMoved(_ old: ProposalEntry) -> Bool {
    subject.after.proposals.contains { new in
      subject.before.entry(in: new.folder) == nil && new.content.hasSameBytes(as: old.content)
        && old.reviews.allSatisfy { new.reviews.contains($0) }
    }
  }

  private mutating func withdrawn(_ entry: ProposalEntry) {
    let person = entry.state.fields.fields("closed")?.text("by").flatMap { Person($0) }
    guard let proposer = entry.proposal?.proposer, person?.key != proposer.key else { return }
    add(
      .auditWithdrawnByOther, Layout.stateFile(entry.folder),
      "proposal \(entry.label) is \(proposer.name)'s and was withdrawn by "
        + (person?.description ?? "nobody"),
      help: ["the committee rejects: 'rspmaint reject \(entry.number) --because REASON'"])
  }
}

extension Snapshot {
  /// The proposal in a folder, or nil where the folder holds no file.
  func entry(in folder: String) -> ProposalEntry? {
    proposals.first { $0.folder.hasSameBytes(as: folder) }
  }
}

extension ProposalState {
  /// Whether this is another state with errata behind those it had.
  fileprivate func onlyAddsErrata(to old: ProposalState) -> Bool {
    let (before, after) = (old.fields.lines("errata"), fields.lines("errata"))
    return after.count > before.count && zip(before, after).allSatisfy { $0.hasSameBytes(as: $1) }
      && setting("errata", nil) == old.setting("errata", nil)
  }
}
