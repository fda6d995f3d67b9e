import Diagnostics

extension ProposalJudgement {
  /// What is wrong with a ledger entry that a proposal keeps though it makes it, or finds it, so.
  static let faultsOfKeeping: Set<RuleID> = [.overrideUnneeded, .holdUnneeded, .overrideLapsed]

  /// Whether the proposal confirms the entry that such a finding is about.
  func isConfirmed(_ finding: Finding) -> Bool {
    guard ProposalJudgement.faultsOfKeeping.contains(finding.rule),
      case .override(let id) = finding.subject
    else { return false }
    return proposal.confirmsOverride(id)
  }

  /// Entries that are confirmed without a later day of their next review.
  func confirmationFindings(on today: CalendarDate) -> [Finding] {
    proposal.changes.compactMap { change in
      guard case .confirmOverride = change.action, let before = base.overrides[change.subject.id],
        let after = result.overrides[change.subject.id]
      else { return nil }
      let isRenewed = after.reviewBy != nil && after.reviewBy != before.reviewBy
      let isPast = after.reviewDate.map { $0 < today } ?? false
      guard isPast || !(isRenewed || after.reviewBy == Override.nextEdition) else { return nil }
      return Finding(
        .confirmationWithoutReview, .proposal(proposal.number), change.path,
        "override \(after.id) is confirmed without a later date of its next review",
        help: [
          """
          say when it is reviewed next: \
          \(run: .propose(.confirmOverride(after.id.text)))
          """
        ])
    }
  }
}

extension Proposal {
  /// Whether a change says that a ledger entry was reviewed and is kept.
  package func confirmsOverride(_ id: Identifier) -> Bool {
    changes.contains { change in
      guard change.subject == SubjectID(.override, id), case .confirmOverride = change.action
      else { return false }
      return true
    }
  }
}
