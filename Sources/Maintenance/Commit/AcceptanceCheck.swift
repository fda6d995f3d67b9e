import Diagnostics
import PortfolioModel

/// What keeps one proposal of a snapshot from being accepted, besides its changes and its reviews:
/// one rule set for `commit`, which asks before, and `audit`, which asks afterwards.
struct AcceptanceCheck {
  let entry: ProposalEntry
  let snapshot: Snapshot
  /// The numbers of the proposals that are committed along with it.
  let together: [Int]

  init(_ entry: ProposalEntry, in snapshot: Snapshot, together: [Int] = []) {
    self.entry = entry
    self.snapshot = snapshot
    self.together = together
  }

  private var label: String { entry.label }

  /// Why nothing more can be asked of the proposal, or nil.
  var unfitness: Refusal? {
    guard snapshot.proposals.count(where: { $0.number == entry.number }) == 1 else {
      return Refusal(.refused, "two folders have the number \(label)")
    }
    if let refusal = entry.unreadableState { return refusal }
    guard entry.status == .open else {
      let help =
        entry.status == .draft
        ? [
          "open it and have it reviewed: 'rspmaint open \(entry.number)', then commit the file"
        ] : []
      return Refusal(
        .refused, "proposal \(label) is \(entry.status.word), not open", help: help)
    }
    guard entry.proposal != nil else {
      return Refusal(.data, "proposal \(label) can't be read", help: [snapshot.validating])
    }
    return nil
  }

  /// What its place among the others, its completeness and its files' texts leave to be done.
  func obstacles(_ board: ProposalBoard) -> [Refusal] {
    predecessors() + findings(board)
      + snapshot.fileDiagnostics.filter {
        $0.severity == .error
          && $0.location.path.hasPrefix(snapshot.files.prefix + "Proposals/\(entry.folder)/")
      }.map {
        Refusal(.refused, "proposal \(label): \($0.message) [\($0.rule.rawValue)]", help: $0.help)
      }
  }

  private func predecessors() -> [Refusal] {
    (entry.proposal?.after ?? []).compactMap { before in
      let other = snapshot.proposal(before)
      guard other?.status != .accepted, !together.contains(before) else { return nil }
      return Refusal(
        .refused,
        "proposal \(label) comes after \(Proposal.label(before)), which is "
          + (other.map(\.status.word) ?? "not there"),
        help: ["commit both: 'rspmaint commit \(before) \(entry.number)'"])
    }
  }

  private func findings(_ board: ProposalBoard) -> [Refusal] {
    board.findings(of: entry).filter { finding in
      guard finding.severity == .error, !isJudged(finding.rule) else { return false }
      switch finding.subject {
      case .proposal(entry.number), .state(entry.number): return true
      case .review(entry.number, _): return true
      default: return false
      }
    }.map {
      Refusal(.refused, "proposal \(label): \($0.message) [\($0.rule.rawValue)]", help: $0.help)
    }
  }

  /// Completeness and dependencies count here; the rest is judged on the proposal's own base.
  private func isJudged(_ rule: RuleID) -> Bool {
    switch rule {
    case .proposalIncomplete, .invalidState, .misnamedReview, .duplicateProposalNumber,
      .unknownProposal, .dependencyRefused, .dependencyCycle:
      false
    default: true
    }
  }

  /// A proposal is never accepted before it was written and reviewed, nor before another was that
  /// is accepted already: who was on the committee hangs on the day.
  func obstacles(on day: CalendarDate) -> [Refusal] {
    var earliest: [(day: CalendarDate, what: String)] = []
    if let created = entry.proposal?.created { earliest.append((created, "it was written")) }
    earliest += entry.reviews.map { ($0.date, "'\($0.file)' reviewed it") }
    earliest += entry.resolutions.map {
      ($0.date, "the objection of '\($0.reviewer)' was settled")
    }
    earliest += snapshot.proposals.compactMap { other in
      other.state?.accepted.map { ($0.date, "proposal \(other.label) was accepted") }
    }
    guard let latest = earliest.max(by: { $0.day < $1.day }), day < latest.day else { return [] }
    return [
      Refusal(
        .refused,
        "proposal \(label) can't be accepted on \(day): \(latest.what) on \(latest.day)",
        help: ["accept it on that day or later: '--as-of \(latest.day)'"])
    ]
  }
}
