import Diagnostics
import Git
import PortfolioModel
import Records

/// Whether a commit that changes the portfolio is, byte for byte, what accepting the proposal that it
/// names makes of its first parent.
///
/// Proposal, reviews, members and criteria are the first parent's; of the commit itself only the day
/// is taken, which no earlier commit can hold.
struct AcceptanceAudit {
  private let subject: AuditSubject
  private let trailers: AuditTrailers
  private(set) var findings: [AuditFinding] = []
  /// The proposal that the commit accepts, if that can be told.
  private(set) var number: Int?
  /// The approvals that counted, and whether each is proved.
  private(set) var approvals: [Bool] = []
  /// As ``approvals``, of the settlements of objections.
  private(set) var settlements: [Bool] = []

  init(_ subject: AuditSubject, _ trailers: AuditTrailers) {
    self.subject = subject
    self.trailers = trailers
    number = named()
    guard let number, let entry = ground(number) else {
      // The state's acceptance is then not a fault of its own.
      let accepted = subject.after.proposals.filter { $0.status == .accepted }
        .map { subject.before.files.prefix + Layout.stateFile($0.folder) }
      findings += subject.evidence.faults.filter {
        $0.rule != .closingNotAllowed || !accepted.contains($0.path ?? "")
      }
      return
    }
    companions(of: entry)
    replay(entry)
  }

  private mutating func add(
    _ rule: RuleID, _ path: String? = nil, _ message: String, help: [Hint] = []
  ) {
    findings.append(subject.finding(rule, path, message, help: help))
  }

  // MARK: - What the message says

  /// The one proposal that the trailers name.
  private mutating func named() -> Int? {
    for line in trailers.strays {
      add(
        .auditTrailerMalformed, nil,
        "'\(line)' is not a trailer of the right form in the right place",
        help: ["trailers stand in the last paragraph, as \(run: .verb(.commit)) writes them"])
    }
    let paths = subject.portfolioChanges.map(\.path)
    switch trailers.proposals.count {
    case 1: return trailers.proposal
    case 0 where paths == [Layout.changelogFile]:
      add(
        .auditChangelogDiffers, Layout.changelogFile,
        "the changelog changed, but no proposal was accepted",
        help: ["\(run: .verb(.commit)) writes the changelog"])
    case 0:
      for path in paths {
        add(
          .auditTrailerMissing, path, "this changed, but the commit names no proposal",
          help: ["changes come by proposals: \(run: .verb(.propose)), then \(run: .verb(.commit))"])
      }
    default:
      add(
        .auditTrailerDoubled, nil,
        "the commit names \(trailers.proposals.count) proposals: "
          + trailers.proposals.map(Proposal.label).listed,
        help: ["each proposal is accepted by a commit of its own"])
    }
    return nil
  }

  /// The proposal as the first parent holds it, open and readable.
  private mutating func ground(_ number: Int) -> ProposalEntry? {
    let label = Proposal.label(number)
    guard let entry = subject.before.proposal(number) else {
      if subject.after.proposal(number) != nil {
        add(
          .auditProposalSmuggled, nil,
          "proposal \(label) came with the commit that it justifies",
          help: ["a proposal is committed and reviewed before it is accepted"])
      } else {
        add(.auditProposalUnknown, nil, "there was no proposal \(label) before this commit")
      }
      return nil
    }
    guard let refusal = AcceptanceCheck(entry, in: subject.before).unfitness else { return entry }
    add(entry.status == .open ? .auditProposalInvalid : .auditProposalNotOpen, nil, refusal.message)
    return nil
  }

  /// What the commit changes below `Proposals/` besides the one state.
  private mutating func companions(of entry: ProposalEntry) {
    let own = subject.before.files.prefix + Layout.proposalStart(entry.folder)
    findings += subject.evidence.faults.filter { $0.path?.hasPrefix(own) != true }
    let known = Set(findings.compactMap(\.path))
    for change in subject.proposalChanges
    where !change.path.hasSameBytes(as: Layout.stateFile(entry.folder)) && !change.isForeign {
      guard !known.contains(subject.before.files.prefix + change.path) else { continue }
      if change.path.hasPrefix(Layout.proposalStart(entry.folder)) {
        add(
          .auditProposalSmuggled, change.path,
          "this came with the commit that accepts proposal \(entry.label)",
          help: ["what is accepted and by whom is committed before"])
      } else {
        add(
          .auditChangeSmuggled, change.path,
          "proposal \(entry.label), which the commit names, does not change this")
      }
    }
  }

  // MARK: - The replay

  private mutating func replay(_ entry: ProposalEntry) {
    let statePath = Layout.stateFile(entry.folder)
    guard let proposal = entry.proposal, let base = subject.before.portfolio else {
      add(
        .auditProposalInvalid, nil,
        "the portfolio before this commit can't be read, so that nothing could be judged on it")
      return
    }
    let accepted = subject.after.proposals.first { $0.folder.hasSameBytes(as: entry.folder) }
    guard let day = accepted?.state?.accepted?.date else {
      add(.auditReplayDiffers, statePath, "the state does not say when the proposal was accepted")
      return
    }
    let judgement = ProposalJudgement(proposal, on: base, today: day, isDraft: false)
    let signatures = subject.evidence.signatures ?? .notLookedAt
    let standing = ReviewStanding(
      of: proposal, content: entry.content, reviews: entry.reviews, state: entry.state,
      signatures: signatures, on: base, ownPeople: subject.evidence.ownPeople,
      brought: subject.evidence.past.reviewDays, today: day)
    let isValid = judgeProposal(entry, judgement, day)
    let isReviewed = judgeReviews(entry, standing, signatures, day)
    let plan = CommitPlan(entry, judgement, standing, subject.before, today: day)
    if isReviewed { compareReviewers(plan) }
    guard isValid else { return }
    compare(plan, skipping: isReviewed ? [] : [statePath, Layout.changelogFile])
  }

  private mutating func judgeProposal(
    _ entry: ProposalEntry, _ judgement: ProposalJudgement, _ day: CalendarDate
  ) -> Bool {
    let board = ProposalBoard(subject.before, today: day, judging: [])
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
    _ day: CalendarDate
  ) -> Bool {
    // A commit without a day is malformed, and is named for that.
    var faults = AcceptanceCheck(entry, in: subject.before).obstacles(
      on: day, standing, subject.evidence.past, after: subject.evidence.dayBefore,
      own: subject.commit.day ?? day
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
    if let board = ProposalBoard(subject.before, today: day, judging: []) {
      faults += board.signatureFindings(entry, signatures).map(\.message)
    }
    faults += subject.evidence.past.findings.map { "\($0.message) [\($0.rule.rawValue)]" }
    for fault in faults { add(.auditNotReviewed, nil, fault) }
    return faults.isEmpty && standing.isEnough
  }

  private mutating func compareReviewers(_ plan: CommitPlan) {
    let wanted = plan.reviewers.map(\.description)
    let actual = trailers.reviewers
    let isSame =
      wanted.count == actual.count && zip(wanted, actual).allSatisfy { $0.hasSameBytes(as: $1) }
    guard !isSame || !trailers.isInOrder else { return }
    func sorted(_ names: [String]) -> [String] { names.sorted { $0.precedesBytewise($1) } }
    let how =
      sorted(wanted) == sorted(actual)
      ? "in another order" : Set(actual).count < actual.count ? "one of them twice" : "others"
    add(
      .auditReviewersDiffer, nil,
      "the commit names as reviewers \(actual.isEmpty ? "nobody" : actual.listed) (\(how)); "
        + "those who approved are \(wanted.listed)")
  }

  private mutating func compare(_ plan: CommitPlan, skipping skipped: Set<String>) {
    let actual = Dictionary(subject.changes.map { ($0.path, $0) }) { first, _ in first }
    for (path, text) in plan.files where !skipped.contains(path) {
      let wanted = text.map(blobID)
      let change = actual[path]
      let id =
        change.map { $0.new?.id.hex }
        ?? subject.before.files.bytes(path).map { ObjectID.blob($0).hex }
      guard id != wanted || (change?.new.map { $0.mode != .file } ?? false) else { continue }
      if path == Layout.changelogFile {
        add(
          .auditChangelogDiffers, path,
          "the changelog differs from the one that the accepted proposals give",
          help: ["\(run: .changelog(revision: subject.commit.id.hex)) prints the right one"])
      } else {
        add(
          .auditReplayDiffers, path,
          "this is not what proposal \(plan.entry.label) gives: "
            + "expected \(AcceptanceAudit.name(wanted)), found \(AcceptanceAudit.name(id))")
      }
    }
    let touched = Set(plan.files.map(\.path))
    for change in subject.portfolioChanges
    where !touched.contains(change.path) && !change.isForeign {
      add(
        .auditChangeSmuggled, change.path,
        "proposal \(plan.entry.label), which the commit names, does not change this")
    }
  }

  private static func name(_ id: String?) -> String {
    id.map { "blob \($0.prefix(10))" } ?? "no file"
  }
}
