package import Diagnostics
import History
import PortfolioModel
import Records
package import Store

/// Moves changes of a proposal into a new one, so that what is contested does not keep back the rest.
package struct SplitProposal: Sendable {
  package let number: Int
  /// What moves: places in the proposal's list, from 1, or ids of what is changed.
  package let changes: [String]
  package let title: String?
  package let surroundings: Surroundings

  package init(
    _ number: Int, changes: [String], title: String?, _ surroundings: Surroundings
  ) {
    (self.number, self.changes) = (number, changes)
    (self.title, self.surroundings) = (title, surroundings)
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> StepOutcome {
    if let title, title.isBlank { throw Refusal.empty("the title", .title) }
    return try workspace.step("split", of: number, surroundings) {
      () throws(Refusal) -> StepOutcome in
      try workspace.refuseDayAhead(ofCommit: surroundings)
      let snapshot = try workspace.snapshot(.worktree)
      let base = try snapshot.readable()
      let (entry, proposal) = try snapshot.changeable(number)
      let state = try entry.knownState()
      let chosen = try SplitChoice(changes, of: proposal)
      let new = try workspace.nextNumber(snapshot)
      let texts = try texts(proposal, chosen)
      let folder = "\(Proposal.label(new))-\(texts.moved.slug?.text ?? "proposal")"
      let own = try workspace.ownPeople(
        of: proposal, folder: entry.folder, on: base,
        in: try workspace.proposalsGraph(at: .worktree),
        reviewers: [])
      var writing = Writing(over: snapshot)
      // The new one first: a run that ends in between leaves a change twice rather than nowhere.
      writing.write(ProposalFiles.proposal(texts.moved.fields), to: Layout.proposalFile(folder))
      writing.write(
        ProposalFiles.state(ProposalState(state.status).based(on: try workspace.baseID())),
        to: Layout.stateFile(folder))
      writing.write(
        ProposalFiles.proposal(texts.kept.fields), to: Layout.proposalFile(entry.folder))
      try refuseInvalid(writing, folder, entry, state.status, snapshot)
      let written = try workspace.carryOut(
        writing, as: .split(number, to: new, people: own.sorted()), surroundings)
      return StepOutcome(
        entry: entry, sentences: sentences(entry, new, chosen), written: written)
    }
  }

  private func texts(
    _ proposal: Proposal, _ chosen: SplitChoice
  ) throws(Refusal) -> (kept: ProposalText, moved: ProposalText) {
    var kept = ProposalText(updating: proposal.fields)
    kept.set(chosen.kept)
    var fields = proposal.fields
    fields["title"] = .text(title ?? "\(proposal.title) (split from \(proposal.label))")
    fields["created"] = .text(surroundings.today.description)
    fields["answers"] = nil
    var moved = ProposalText(updating: fields)
    moved.set(chosen.moved)
    if let problem = Schema.proposal.problems(in: moved.fields).first {
      throw Refusal(.usage, "\(problem.path): \(problem.message)", help: problem.help)
    }
    return (kept, moved)
  }

  /// Refuses where one of both could not stand as it is.
  private func refuseInvalid(
    _ writing: Writing, _ folder: String, _ entry: ProposalEntry, _ status: ProposalStatus,
    _ snapshot: Snapshot
  ) throws(Refusal) {
    guard status == .open else { return }
    let after = snapshot.replacing(writing.files)
    let starts = [folder, entry.folder].map { after.files.prefix + Layout.proposalStart($0) }
    let known = Validation(snapshot, today: surroundings.today).diagnostics.map(\.message)
    let errors = Validation(after, today: surroundings.today).diagnostics.filter { found in
      found.severity == .error && !known.contains(found.message)
        && starts.contains { found.location.path.hasPrefix($0) }
    }
    guard !errors.isEmpty else { return }
    throw Refusal(
      .refused, "the two could not be open as they would be, so nothing was written:",
      details: errors.map(\.sentence), help: errors.prefix(2).flatMap(\.help))
  }

  private func sentences(
    _ entry: ProposalEntry, _ new: Int, _ chosen: SplitChoice
  ) -> [Hint] {
    let reviews = entry.reviews.filter { $0.content.hasSameBytes(as: entry.content) }
    func names(_ verdict: ReviewVerdict) -> [String] {
      reviews.filter { $0.verdict == verdict }.map(\.file)
    }
    var reviewed: [Hint] = []
    if !names(.approve).isEmpty {
      reviewed.append(
        "\(names(.approve).conjunction) approved both parts as one; that lapses: ask again for each."
      )
    }
    if !names(.object).isEmpty {
      reviewed.append(
        "The objection of \(names(.object).conjunction) stays with proposal \(entry.label).")
    }
    let label = Proposal.label(new)
    return [
      "Proposal \(label) has \(chosen.moved.count.counted("change")) of proposal \(entry.label): "
        + "\(chosen.moved.map(\.subject.id.text).listed).",
      "Proposal \(entry.label) keeps \(chosen.kept.count.counted("change")): "
        + "\(chosen.kept.map(\.subject.id.text).listed).",
    ] + (reviewed.isEmpty ? ["Nobody had reviewed it as it was."] : reviewed) + [
      "Whoever wrote the one counts as an author of the other."
    ]
  }
}
