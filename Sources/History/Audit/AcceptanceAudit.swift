import Diagnostics
import Git
import PortfolioModel
import Records

/// Checks that a commit that changes the portfolio equals, byte for byte, the result of accepting
/// the proposal that it names on its first parent.
///
/// Proposal, reviews, members and criteria are taken from the first parent. Only the day of
/// acceptance is taken from the commit itself, as no earlier commit can hold it.
struct AcceptanceAudit {
  let subject: AuditSubject
  let trailers: AuditTrailers
  private(set) var findings: [AuditFinding] = []
  /// The number of the proposal that the commit accepts, where it is known.
  private(set) var number: Int?
  /// One element for each approval that counted: whether a signature proves it.
  var approvals: [Bool] = []
  /// The same as ``approvals`` for the settlements of objections.
  var settlements: [Bool] = []

  init(_ subject: AuditSubject, _ trailers: AuditTrailers) {
    self.subject = subject
    self.trailers = trailers
    number = named()
    guard let number, let entry = ground(number) else {
      // The acceptance in the state is not reported as another fault then.
      let accepted = subject.after.proposals.filter { $0.status == .accepted }
        .map { subject.before.files.prefix + Layout.stateFile($0.folder) }
      findings += subject.evidence.faults.filter {
        $0.rule != .closingNotAllowed || !accepted.contains($0.path ?? "")
      }
      return
    }
    companions(of: entry)
    judgeBallot(entry)
    replay(entry)
  }

  mutating func add(
    _ rule: RuleID, _ path: String? = nil, _ message: String, help: [Hint] = []
  ) {
    findings.append(subject.finding(rule, path, message, help: help))
  }

  // MARK: - What the message says

  /// The number of the one proposal that the trailers name.
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
          "proposal \(label) was added by the same commit that accepts it",
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

  /// Reports what the commit changes below `Proposals/` besides the proposal's state.
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
          "this changed in the same commit that accepts proposal \(entry.label)",
          help: ["what is accepted and by whom is committed before"])
      } else {
        add(
          .auditChangeSmuggled, change.path,
          "proposal \(entry.label), which the commit names, does not change this")
      }
    }
  }
}
