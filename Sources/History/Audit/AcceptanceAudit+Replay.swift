import Diagnostics
import Git
import PortfolioModel
import Records

extension AcceptanceAudit {
  /// Accepts the proposal on the first parent and compares the result with the commit.
  mutating func replay(_ entry: ProposalEntry) {
    let statePath = Layout.stateFile(entry.folder)
    guard let proposal = entry.proposal, let base = subject.before.portfolio else {
      add(
        .auditProposalInvalid, nil,
        "the portfolio before this commit can't be read, so nothing could be judged on it")
      return
    }
    let accepted = subject.after.proposals.first { $0.folder.hasSameBytes(as: entry.folder) }
    guard let day = accepted?.state?.accepted?.date else {
      add(.auditReplayDiffers, statePath, "the state does not say when the proposal was accepted")
      return
    }
    let ground = subject.evidence.ground?.moved(to: base, on: day)
    let judgement = ProposalJudgement(
      proposal, on: ground ?? ProposalGround(base, today: day), isDraft: false)
    let signatures = subject.evidence.signatures ?? .notLookedAt
    let standing = ReviewStanding(
      of: proposal, content: entry.content, reviews: entry.reviews, state: entry.state,
      signatures: signatures, on: base, ownPeople: subject.evidence.ownPeople,
      brought: subject.evidence.past.reviewDays, today: day)
    let board = ProposalBoard(subject.before, today: day, judging: [])
    let isValid = judgeProposal(entry, judgement, board)
    let isReviewed = judgeReviews(entry, standing, signatures, board, day)
    let plan = CommitPlan(entry, judgement, standing, subject.changelog, today: day)
    if isReviewed { compareReviewers(plan) }
    guard isValid else { return }
    for harm in HeldProposals(subject.before).harmed(from: base, to: plan.result, today: day) {
      add(.auditBallotOpen, nil, "proposal \(entry.label): \(harm.message)")
    }
    compare(plan, skipping: isReviewed ? [] : [statePath, Layout.changelogFile])
  }

  private mutating func judgeProposal(
    _ entry: ProposalEntry, _ judgement: ProposalJudgement, _ board: ProposalBoard?
  ) -> Bool {
    let check = AcceptanceCheck(entry, in: subject.before)
    let errors =
      judgement.findings.filter { $0.severity == .error }.map {
        "proposal \(entry.label): \($0.message) [\($0.rule.rawValue)]"
      } + (board.map { check.obstacles($0).map(\.message) } ?? [])
    for error in errors { add(.auditProposalInvalid, nil, error) }
    return errors.isEmpty
  }

  private mutating func judgeReviews(
    _ entry: ProposalEntry, _ standing: ReviewStanding, _ signatures: ReviewSignatures,
    _ board: ProposalBoard?, _ day: CalendarDate
  ) -> Bool {
    // A commit without a day is malformed, which is reported elsewhere.
    var faults = AcceptanceCheck(entry, in: subject.before).obstacles(
      on: day, standing, subject.evidence.past, after: subject.evidence.dayBefore,
      own: subject.commit.day ?? day, subject.evidence.acceptances
    ).map(\.message)
    if !standing.isEnough {
      add(
        .auditNotReviewed, nil, "proposal " + StatusSentence.of(standing).dropLast(),
        help: standing.discountedSentences.map { Hint($0) })
    }
    approvals += standing.approvals.map { signatures[$0] == .verified }
    for (review, why) in standing.discounted where why == .resolved {
      settlements.append(
        entry.resolutions.contains { $0.settles(review) && signatures[$0] == .verified })
    }
    if let board {
      faults += board.signatureFindings(entry, signatures).map(\.message)
    }
    faults += subject.evidence.past.findings.map { "\($0.message) [\($0.rule.rawValue)]" }
    for fault in faults { add(.auditNotReviewed, nil, fault) }
    return faults.isEmpty && standing.isEnough
  }
}
