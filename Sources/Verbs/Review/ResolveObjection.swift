package import Diagnostics
import History
import PortfolioModel
import Records
package import Store

/// Settles an objection with a reason, as a chair may.
package struct ResolveObjection: Sendable {
  package let number: Int
  /// The objector's id, or the stem of the review's file.
  package let reviewer: String
  package let because: String
  package let signing: ReviewSigning
  package let surroundings: Surroundings

  package init(
    _ number: Int, of reviewer: String, because: String,
    signing: ReviewSigning = ReviewSigning(), _ surroundings: Surroundings
  ) {
    self.number = number
    self.reviewer = reviewer
    self.because = because
    self.signing = signing
    self.surroundings = surroundings
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> StepOutcome {
    guard !because.isBlank else { throw Refusal.empty("the reason", .because) }
    return try workspace.step("review", of: number, surroundings) {
      () throws(Refusal) -> StepOutcome in
      try workspace.refuseDayAhead(ofCommit: surroundings)
      let snapshot = try workspace.snapshot(.worktree)
      let base = try snapshot.readable()
      let (entry, proposal) = try snapshot.unfinished(number)
      let person = try workspace.identity(.author, surroundings).person
      let chair = try chair(person, base.committee)
      let objection = try objection(entry)
      let graph = try workspace.proposalsGraph(at: .worktree)
      let own = try workspace.ownPeople(
        of: proposal, folder: entry.folder, on: base, in: graph, reviewers: [person])
      guard !own.contains(chair.person.key) else {
        throw Refusal(
          .refused,
          "\(chair.id) proposed or edited proposal \(entry.label), and nobody settles an objection "
            + "to their own",
          help: ["another chair settles it, or its author reviews again"])
      }
      guard try workspace.binds(objection, of: entry, in: graph, snapshot, surroundings) else {
        let finding = Finding.reviewDatedAhead(objection, of: number)
        throw Refusal(.refused, finding.message, help: finding.help)
      }
      let before = try workspace.standing(
        of: entry, proposal, on: base, in: graph, snapshot, surroundings)
      guard !before.isSettled(objection) else {
        throw Refusal(.done, "the objection of \(objection.file) is settled already")
      }
      guard surroundings.today >= objection.date else {
        throw Refusal(
          .refused, "the objection of \(objection.file) is of \(objection.date), later than today",
          help: ["settle it on that day or later: \(option: .asOf)"])
      }
      let settlement = try settlement(of: objection, by: chair, base, workspace)
      let state = try entry.knownState().settled(objection, by: settlement)
      let path = Layout.stateFile(entry.folder)
      let text = ProposalFiles.state(state)
      var writing = Writing(over: snapshot)
      writing.write(text, to: path)
      let written = try workspace.carryOut(
        writing, as: .settle(number, of: objection.file), surroundings)
      let worktree = snapshot.replacing([path: Array(text.utf8)])
      guard let after = worktree.proposal(number) else {
        throw Refusal(.data, "proposal \(entry.label) can't be read")
      }
      return StepOutcome(
        entry: entry,
        sentences: [
          "\(chair.id) settles the objection of \(objection.file) to proposal \(entry.label), "
            + "“\(Abridgement.byBlob.quoted(proposal.title))”: \(because)",
          Hint(
            StatusSentence.of(
              try workspace.standing(
                of: after, proposal, on: base, in: graph, worktree, surroundings))),
        ], written: written)
    }
  }

  private func chair(
    _ person: Person, _ committee: Committee?
  ) throws(Refusal) -> Committee.Member {
    let today = surroundings.today
    let chairs = committee?.members(as: [.chair], on: today) ?? []
    guard let chair = chairs.first(where: { $0.person.key == person.key }) else {
      throw Refusal(
        .refused, "\(person) is not the chair, who alone settles objections",
        help: [
          chairs.isEmpty
            ? "committee.yml lists no chair on \(today); its author may review again"
            : "the chair is \(chairs.map(\.id.text).conjunction); its author may review again"
        ])
    }
    return chair
  }

  private func objection(_ entry: ProposalEntry) throws(Refusal) -> Review {
    let objections = entry.reviews.filter { $0.verdict == .object }
    guard let found = objections.first(where: { $0.file.hasSameBytes(as: reviewer) }) else {
      throw Refusal(
        .noInput, "'\(reviewer)' does not object to proposal \(entry.label)",
        help: [
          objections.isEmpty
            ? "nobody objects to it" : "there are objections of \(objections.map(\.file).listed)"
        ])
    }
    return found
  }

  /// The settlement, signed where that is asked for.
  private func settlement(
    of objection: Review, by chair: Committee.Member, _ base: Portfolio,
    _ workspace: borrowing Workspace
  ) throws(Refusal) -> ProposalState.Resolution {
    let resolution = ProposalState.Resolution(
      reviewer: objection.file, by: chair.id.text, date: surroundings.today, because: because,
      signature: nil)
    let signature = try signing.signature(
      over: SettlementText(
        of: resolution, settling: objection, in: base.description.id, blobID: blobID),
      by: chair.id.text, isRequired: base.criteria.requiresSignedReviews, on: base, in: workspace,
      surroundings)
    return resolution.signed(signature)
  }
}
