package import Diagnostics
import Files
import Git
package import PortfolioModel
import Records
package import Store

/// Writes a new proposal, or adds to one that is there.
package struct WriteProposal: Sendable {
  /// What was written, and what the criteria say of it.
  package struct Outcome: Sendable {
    package let number: Int
    package let folder: String
    package let status: ProposalStatus
    package let judgement: ProposalJudgement
    /// Findings on the proposal as written.
    package let diagnostics: [Diagnostic]
    /// Below the prefix, the edited files that were put back.
    package fileprivate(set) var restored: [String]
    package fileprivate(set) var written: Written?
    /// The edited files that the proposal was made of.
    package internal(set) var edited: [EditedFile] = []

    /// What the changes drop without naming it, in sentences.
    package var losses: [String] { judgement.lostRegions }
  }

  package let request: ProposeRequest
  package let surroundings: Surroundings

  package init(_ request: ProposeRequest, _ surroundings: Surroundings) {
    self.request = request
    self.surroundings = surroundings
  }

  /// From what was typed.
  ///
  /// - Throws: `Findings` where the file of an added record is at fault.
  package func fromFlags(
    in workspace: borrowing Workspace, updating number: Int?
  ) throws -> Outcome {
    var faults: [Diagnostic] = []
    let outcome = try workspace.step("propose", of: number, surroundings) {
      () throws(Refusal) -> Outcome? in
      let snapshot = try workspace.snapshot(.worktree)
      let base = try snapshot.readable()
      let old = try number.map { number throws(Refusal) in
        try snapshot.changeable(number, answering: request.answers)
      }
      let ground =
        old.map { ProposalBoard.ground(for: $0.0, in: snapshot.proposals, base) }
        ?? grounds(snapshot, base)
      var builder = ChangeBuilder(
        ground, ChangeList(old?.1.changes ?? []), readFrom: snapshot)
      builder.add(request, today: surroundings.today)
      faults = builder.faults(of: request.record, today: surroundings.today)
      guard faults.isEmpty else { return nil }
      return try write(
        builder, old?.0, on: ground, snapshot, in: workspace, restoring: Writing())
    }
    guard let outcome else { throw Findings(faults, "no proposal was written") }
    return outcome
  }

  /// The base with the proposals applied that the request comes after.
  private func grounds(_ snapshot: Snapshot, _ base: Portfolio) -> Portfolio {
    request.after.reduce(base) { portfolio, number in
      guard let entry = snapshot.proposal(number), !entry.isClosed,
        let proposal = entry.proposal
      else { return portfolio }
      let ground = ProposalBoard.ground(for: entry, in: snapshot.proposals, portfolio)
      return Application(proposal, to: ground).portfolio
    }
  }

  /// Writes the proposal, unless one of its values is wrong: then it says all that is, and nothing
  /// is written.
  func write(
    _ builder: ChangeBuilder, _ old: ProposalEntry?, on ground: Portfolio, _ snapshot: Snapshot,
    in workspace: borrowing Workspace, restoring: Writing
  ) throws(Refusal) -> Outcome {
    let changes = builder.list.changes
    var text: ProposalText
    if let proposal = old?.proposal {
      text = ProposalText(updating: proposal.fields)
    } else {
      try workspace.refuseDayAhead(ofCommit: surroundings)
      text = ProposalText(
        proposer: try workspace.identity(.author, surroundings).person,
        created: surroundings.today)
    }
    let unreadable = text.set(request, changes: changes, answering: answers(old, snapshot))
    let check = ValueCheck(
      ground: ground, today: surroundings.today, snapshot: snapshot, number: old?.number)
    let problems =
      builder.problems + unreadable
      + (builder.isWhole ? check.problems(changes, besides: old?.proposal?.changes ?? []) : [])
    if !unreadable.isEmpty, let refusal = Refusal(all: problems) { throw refusal }
    let number: Int
    if let old {
      number = old.number
    } else {
      number = try workspace.nextNumber(snapshot)
    }
    let folder =
      old?.folder ?? "\(Proposal.label(number))-\(text.slug?.text ?? "proposal")"
    guard Proposal.number(ofFolder: folder) != nil else {
      throw Refusal(.refused, "'\(folder)' can't be the name of a proposal's folder")
    }
    var writing = Writing(over: snapshot)
    let content = ProposalFiles.proposal(text.fields)
    writing.write(content, to: Layout.proposalFile(folder))
    var state = old?.state ?? ProposalState(.draft)
    if old == nil { state = state.based(on: try workspace.baseID()) }
    if request.opens, state.status == .draft { state = state.opened(on: try workspace.baseID()) }
    writing.write(ProposalFiles.state(state), to: Layout.stateFile(folder))
    var outcome = try judged(writing, number, folder, state.status, snapshot, restoring)
    if let refusal = Refusal(all: problems + misplaced(outcome.diagnostics)) { throw refusal }
    if state.status == .open { try refuseToOpen(over: outcome.diagnostics, isNew: old == nil) }
    // The proposal before the edits are undone that it holds, and its text before it is opened: so
    // that a run which ends in between leaves nothing half said.
    let title = outcome.judgement.proposal.title.isEmpty ? folder : outcome.judgement.proposal.title
    outcome.written = try workspace.carryOut(
      writing, newProposal: old == nil ? folder : nil,
      as: old == nil ? .propose(number, title: title) : .update(number, title: title), surroundings)
    guard !surroundings.rehearses else { return outcome }
    do {
      for path in try workspace.carryOutUnlessChanged(restoring) {
        outcome.restored.removeAll { $0 == path }
        surroundings.note(
          "kept \(path): it changed while this ran; the proposal holds the earlier version")
      }
    } catch {
      throw unrestored(restoring.paths.map { snapshot.files.prefix + $0 }, outcome, error)
    }
    return outcome
  }

  /// What the proposal says of the comments that it answers.
  private func answers(_ old: ProposalEntry?, _ snapshot: Snapshot) -> [Fields] {
    guard let old, let ballot = snapshot.ballots.holding(old.number) else { return [] }
    return request.answers.map { ballot.answer(to: $0) }
  }

  /// The refusal where the proposal is saved, and the edited files can't be put back.
  private func unrestored(
    _ paths: [String], _ outcome: Outcome, _ cause: Refusal
  ) -> Refusal {
    guard case .saved(let id) = outcome.written?.ending else { return cause }
    return Refusal(
      .unfinished,
      "proposal \(Proposal.label(outcome.number)) is committed as \(id), but the files that it was "
        + "made of are not put back: \(cause.message)",
      details: cause.details,
      help: cause.help + [
        "the proposal holds the edits; put the files back: \(gitLine: .restore(paths))"
      ])
  }

  /// Refuses to leave a proposal open that has errors.
  ///
  /// - Parameter isNew: Whether there is no such proposal yet, so that no call can change it.
  private func refuseToOpen(
    over diagnostics: [Diagnostic], isNew: Bool
  ) throws(Refusal) {
    let errors = diagnostics.filter { $0.severity == .error }
    guard !errors.isEmpty else { return }
    throw Refusal(
      .refused,
      "the proposal can't be open, so nothing was written:",
      details: errors.map { "\($0.message) [\($0.rule.rawValue)]" },
      help: [
        isNew
          ? "mend this call, or leave out \(flag: .open) to keep a draft"
          : "mend this, or leave out \(flag: .open) to keep a draft"
      ] + errors.prefix(2).flatMap(\.help).filter { !isNew || !$0.updatesProposal })
  }

  /// What is wrong with the proposals that this one is to come after.
  private func misplaced(_ diagnostics: [Diagnostic]) -> [Refusal] {
    guard !request.after.isEmpty else { return [] }
    let rules: [RuleID] = [.unknownProposal, .dependencyRefused, .dependencyCycle]
    return diagnostics.filter { rules.contains($0.rule) }.map {
      Refusal(.refused, "\($0.message) [\($0.rule.rawValue)]", help: $0.help)
    }
  }

  /// The findings on the proposal, before anything is written.
  private func judged(
    _ writing: Writing, _ number: Int, _ folder: String, _ status: ProposalStatus,
    _ snapshot: Snapshot, _ restoring: Writing
  ) throws(Refusal) -> Outcome {
    let after = snapshot.replacing(writing.files + restoring.files)
    guard let board = ProposalBoard(after, today: surroundings.today),
      let judgement = board.judgements[number]
    else {
      let problem = after.fileDiagnostics.first {
        $0.location.path == after.files.prefix + Layout.proposalFile(folder)
      }
      throw Refusal(
        .usage, problem?.message ?? "the proposal can't be read back",
        help: problem?.help ?? [])
    }
    let place = after.files.prefix + Layout.proposalStart(folder)
    let findings = Validation(after, today: surroundings.today, board: board).diagnostics
    return Outcome(
      number: number, folder: folder, status: status, judgement: judgement,
      diagnostics: findings.filter { $0.location.path.hasPrefix(place) },
      restored: restoring.paths)
  }
}
