package import Diagnostics
import PortfolioModel
import Records
package import Store

/// Takes over the proposal of someone who is absent, as a chair may: the committee then goes on with it,
/// and the chair may withdraw it. Its authors stay its own people.
package struct TakeOverProposal: Sendable {
  package let number: Int
  package let because: String
  package let surroundings: Surroundings

  package init(_ number: Int, because: String, _ surroundings: Surroundings) {
    (self.number, self.because, self.surroundings) = (number, because, surroundings)
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> StepOutcome {
    guard !because.isBlank else { throw Refusal.empty("the reason", .because) }
    return try workspace.step("takeover", of: number, surroundings) {
      () throws(Refusal) -> StepOutcome in
      try workspace.refuseDayAhead(ofCommit: surroundings)
      let snapshot = try workspace.snapshot(.worktree)
      let (entry, proposal) = try snapshot.unfinished(number)
      let state = try entry.knownState()
      let person = try workspace.identity(.author, surroundings).person
      try refuseOthers(person, try snapshot.readable().committee)
      let owner = proposal.proposer
      guard owner.key != person.key, state.takeover?.by.key != person.key else {
        throw Refusal(.done, "proposal \(entry.label) is yours already")
      }
      let taken = try state.taken(
        ProposalState.Takeover(date: surroundings.today, by: person, because: because))
      var writing = Writing(over: snapshot)
      writing.write(ProposalFiles.state(taken), to: Layout.stateFile(entry.folder))
      let written = try workspace.carryOut(writing, as: .takeOver(number), surroundings)
      return StepOutcome(
        entry: entry,
        sentences: [
          "\(person.name) takes over proposal \(entry.label) from \(owner.name): \(because)",
          "Its text and its reviews stay as they are, and \(owner.name) still counts as an author "
            + "who doesn't review it.",
        ], written: written)
    }
  }

  private func refuseOthers(_ person: Person, _ committee: Committee?) throws(Refusal) {
    let chairs = committee?.members(as: [.chair], on: surroundings.today) ?? []
    guard !chairs.include(address: person.key) else { return }
    throw Refusal(
      .refused, "\(person) is not the chair, who alone takes over a proposal",
      help: [
        chairs.isEmpty
          ? "committee.yml lists no chair on \(surroundings.today)"
          : "the chair is \(chairs.map(\.id.text).conjunction)"
      ])
  }
}
