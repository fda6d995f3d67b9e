package import Diagnostics
package import PortfolioModel
package import Records

/// What keeps a proposal from being accepted, besides its changes and its reviews. `commit` checks
/// these rules before an acceptance, `audit` afterwards.
package struct AcceptanceCheck {
  let entry: ProposalEntry
  let snapshot: Snapshot
  /// The numbers of the proposals that are committed together with it.
  let together: [Int]

  package init(_ entry: ProposalEntry, in snapshot: Snapshot, together: [Int] = []) {
    self.entry = entry
    self.snapshot = snapshot
    self.together = together
  }

  private var label: String { entry.label }

  /// The refusal where the proposal can't be judged at all, or nil.
  package var unfitness: Refusal? {
    guard !snapshot.isTwin(entry.number) else {
      return Refusal(
        .refused, "two folders have the number \(label)",
        help: Proposal.helpForTwins(entry.number))
    }
    do throws(Refusal) {
      _ = try entry.knownState()
    } catch {
      return error
    }
    guard entry.status == .open else {
      let help: [Hint] =
        entry.status == .draft
        ? [
          "open it and have it reviewed: \(run: .open(entry.number))"
        ] : []
      return Refusal(
        .refused, "proposal \(label) is \(entry.status.word), not open", help: help)
    }
    guard entry.proposal != nil else {
      return Refusal(.data, "proposal \(label) can't be read", help: [snapshot.validating])
    }
    return nil
  }

  /// What is missing: proposals that have to come before it, parts of its text, and files in
  /// canonical form.
  package func obstacles(_ board: ProposalBoard) -> [Refusal] {
    predecessors() + findings(board)
      + snapshot.fileDiagnostics.filter {
        $0.severity == .error
          && $0.location.path.hasPrefix(snapshot.files.prefix + Layout.proposalStart(entry.folder))
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
        help: ["commit both: \(run: .commitBoth(before, entry.number))"])
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

  /// Whether a rule is judged here. Completeness and dependencies are; everything else is judged on
  /// the proposal's own base.
  private func isJudged(_ rule: RuleID) -> Bool {
    switch rule {
    case .proposalIncomplete, .invalidState, .misnamedReview, .duplicateProposalNumber,
      .unknownProposal, .dependencyRefused, .dependencyCycle:
      false
    default: true
    }
  }

  /// Why the proposal can't be accepted on a day: its text, reviews and settlements and the commits
  /// that brought them must be earlier.
  ///
  /// `parent`, `own`: the days of the first parent and of the commit itself. `acceptances`: those in
  /// the snapshot, where they are known.
  package func obstacles(
    on day: CalendarDate, _ standing: ReviewStanding, _ past: ProposalPast,
    after parent: CalendarDate?, own: CalendarDate, _ acceptances: Acceptances? = nil
  ) -> [Refusal] {
    var days = AcceptanceDay(after: parent, own: own)
    let text = past.days[ProposalHistory.proposal]
    if let created = entry.proposal?.created {
      days.add(created, brought: text, "it was written")
    }
    days.add(commitOf: "its text", text)
    let settled = standing.discounted.filter { $0.why == .resolved }.map(\.review)
    for review in standing.approvals + settled {
      let brought = past.reviewDays[review.file]
      days.add(review.date, brought: brought, "'\(review.file)' reviewed it")
      days.add(commitOf: "the review of '\(review.file)'", brought)
    }
    let state = past.days[ProposalHistory.state]
    for resolution in entry.resolutions where settled.contains(where: resolution.settles) {
      days.add(
        resolution.date, brought: state, "the objection of '\(resolution.reviewer)' was settled")
      days.add(commitOf: "what settles the objection of '\(resolution.reviewer)'", state)
    }
    if let (number, accepted) = (acceptances ?? Acceptances(snapshot)).latest(asOf: own) {
      days.add(accepted, brought: own, "proposal \(Proposal.label(number)) was accepted")
    }
    return days.obstacle(to: day).map {
      [Refusal(.refused, "proposal \(label) can't be accepted on \(day): \($0.why)", help: $0.help)]
    } ?? []
  }
}
