import Diagnostics
import Git
import PortfolioModel

extension ReviewHistory {
  /// A change of one file from its rightful version to another.
  struct Step {
    let path: String
    let old: ObjectID?
    let new: ObjectID?
    let version: ProposalHistory.Version
    let seen: Set<Standing.Seen>
    /// The address of the proposal's first proposer.
    let proposer: String?
    /// Whether the proposal was closed before.
    let isClosed: Bool
    /// Whether the person who made the change has already been checked.
    var isWitnessed = false
    /// The rightful versions on each side of a merge.
    var beside: [ObjectID] = []
    /// The day of the commit that brought it to a side of a merge.
    var brought: CalendarDate?

    /// The day of the commit that made the step; nil in the worktree, or where it isn't known.
    var day: CalendarDate? { isWitnessed ? brought : version.commit?.day }

    /// The place for a message: "in commit 0123456789 by NAME", or "in the worktree".
    var place: String {
      guard let commit = version.commit else { return "in the worktree" }
      return "in commit \(commit.id.hex.prefix(10)) by \(commit.authorName)"
    }
  }

  /// The finding on a step, or nil where the step is allowed.
  func fault(of step: Step) -> Finding? {
    if step.path == ProposalHistory.state { return stateFault(step) }
    if step.isClosed { return closedFault(step) }
    guard step.path.hasPrefix(ProposalHistory.reviews) else { return nil }
    return reviewFault(step)
  }

  // MARK: - State

  private func stateFault(_ step: Step) -> Finding? {
    func finding(_ rule: RuleID, _ message: String, _ help: Hint) -> Finding {
      Finding(rule, .state(history.number), .root, message + " " + step.place, help: [help])
    }
    let before = step.old.flatMap(history.state)
    if before?.status.isClosed == true, !isErratum(step) {
      return closedFault(step)
    }
    guard !step.version.isImport, let after = step.new.flatMap(history.state) else { return nil }
    if let takeover = after.takeover, takeover != before?.takeover,
      let why = takeoverFault(takeover, step)
    {
      return finding(
        .closingNotAllowed, "the proposal was taken over \(why),",
        "a chair takes it over: \(run: .takeover(history.number))")
    }
    if before?.status.isClosed != true, let why = closingFault(after, before, step) {
      return finding(
        .closingNotAllowed, "the proposal was \(after.status.rawValue) \(why),",
        "take that back: \(run: .undo) where you just saved it, else \(git: .revert)")
    }
    let known = Set(step.beside.compactMap(history.state).flatMap(\.resolutions))
      .union(before?.resolutions ?? [])
    for resolution in after.resolutions where !known.contains(resolution) {
      let chair = Identifier(resolution.by).flatMap { step.version.rules?.committee?.member($0) }
      guard let chair, isChair(chair, in: step, on: resolution.date),
        acted(chair.person.key, in: step)
      else {
        return finding(
          .resolutionNotAllowed,
          "the objection of '\(resolution.reviewer)' was settled in the name of "
            + "'\(resolution.by)', who is not the chair or did not do it,",
          "a chair settles it: \(run: .review(history.number, .resolve(resolution.reviewer)))")
      }
    }
    return nil
  }

  /// The reason why the proposal may not be rejected or withdrawn in this way, or nil.
  private func closingFault(
    _ state: ProposalState, _ before: ProposalState?, _ step: Step
  ) -> String? {
    if state.status == .accepted {
      guard appliesProposal(step) else { return "by a commit that does not name it" }
      return dayFault(state, step)
    }
    guard state.status.isClosed else { return nil }
    guard let closing = state.closed else { return "by nobody" }
    let (person, date) = (closing.by, closing.date)
    if state.status == .withdrawn, person.key != step.proposer,
      person.key != before?.takeover?.by.key
    {
      return "by \(person.name), who did not propose it"
    }
    if state.status == .rejected, let committee = step.version.rules?.committee {
      let member = committee.member(withAddress: person.key)
      guard let member, isChair(member, in: step, on: date) else {
        return "by \(person.name), who is not the chair"
      }
    }
    if let day = step.day, date.isBeyond(day) { return "on \(date), a day that was yet to come" }
    return acted(person.key, in: step)
      ? nil : "in the name of \(person.name), who did not do it"
  }

  /// Whether a member is a chair on the day of the commit, or on the file's date where there is no
  /// commit. The file's date must not be later than the commit's day.
  func isChair(
    _ member: Committee.Member, in step: Step, on date: CalendarDate
  ) -> Bool {
    guard member.role == .chair else { return false }
    guard let day = step.day else { return member.isActive(on: date) }
    return member.isActive(around: day) && !date.isBeyond(day)
  }

  /// The reason why the day of an acceptance doesn't fit its commit and the parent commit, or nil;
  /// `audit` judges whether it fits the reviews.
  private func dayFault(_ state: ProposalState, _ step: Step) -> String? {
    guard !step.isWitnessed, let day = state.accepted?.date, let own = step.version.commit?.day
    else { return nil }
    return AcceptanceDay(after: step.version.dayBefore, own: own).obstacle(to: day).map {
      "on \(day), and \($0.why)"
    }
  }

  /// Whether the step's commit names the proposal; `audit` judges the rest of that commit.
  private func appliesProposal(_ step: Step) -> Bool {
    guard let commit = step.version.commit, !step.isWitnessed else { return step.isWitnessed }
    return AuditTrailers(commit.message).proposal == Proposal.number(ofFolder: step.version.folder)
  }

  /// Whether the address is the author's or the committer's. It is true in the worktree, where
  /// these aren't known yet.
  func acted(_ address: String, in step: Step) -> Bool {
    guard let commit = step.version.commit, !step.isWitnessed else { return true }
    return [commit.author, commit.committer].contains {
      $0.email.asciiLowercased.hasSameBytes(as: address)
    }
  }

  private func closedFault(_ step: Step) -> Finding {
    let name = Proposal.label(history.number)
    return Finding(
      .closedProposalChanged, .state(history.number), .root,
      "proposal \(name) is closed, and its \(step.path) was "
        + (step.new == nil ? "deleted" : step.old == nil ? "added" : "changed")
        + " " + step.place,
      help: ["a closed proposal never changes again: restore the file, and write a new one"])
  }

  /// Whether a state differs from an earlier one only by added errata. An accepted proposal's
  /// errata are part of the changelog: a commit that names the correction adds them.
  private func isErratum(_ step: Step) -> Bool {
    guard let before = step.old.flatMap(history.state), let after = step.new.flatMap(history.state)
    else { return false }
    return (before.status != .accepted || corrects(step)) && after.onlyAddsErrata(to: before)
  }

  /// Whether the step's commit corrects the proposal; `audit` judges the rest of that commit.
  private func corrects(_ step: Step) -> Bool {
    guard let commit = step.version.commit, !step.isWitnessed else { return step.isWitnessed }
    guard let number = Proposal.number(ofFolder: step.version.folder) else { return false }
    return AuditTrailers(commit.message).corrections == [number]
  }
}
