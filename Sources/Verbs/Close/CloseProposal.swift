package import Diagnostics
import History
import PortfolioModel
import Records
package import Store

/// Closes a proposal without accepting it.
package struct CloseProposal: Sendable {
  package enum Way: String, Sendable {
    case reject, withdraw

    var status: ProposalStatus { self == .reject ? .rejected : .withdrawn }

    func message(_ number: Int) -> SaveMessage {
      self == .reject ? .reject(number) : .withdraw(number)
    }
  }

  package let way: Way
  package let number: Int
  package let because: String
  package let surroundings: Surroundings

  package init(_ way: Way, _ number: Int, because: String, _ surroundings: Surroundings) {
    self.way = way
    self.number = number
    self.because = because
    self.surroundings = surroundings
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> StepOutcome {
    guard !because.isBlank else { throw Refusal.empty("the reason", .because) }
    return try workspace.step(way.rawValue, of: number, surroundings) {
      () throws(Refusal) -> StepOutcome in
      try workspace.refuseDayAhead(ofCommit: surroundings)
      let snapshot = try workspace.snapshot(.worktree)
      let entry = try snapshot.existing(number)
      let state = try entry.knownState()
      guard !entry.isClosed else {
        throw Refusal(
          .done, "proposal \(entry.label) is \(entry.status.word) and never changes again")
      }
      let person = try workspace.identity(.author, surroundings).person
      if way == .reject { try refuseOthersThanChair(person, snapshot, entry) }
      if way == .withdraw, let proposer = entry.proposal?.proposer,
        state.takeover?.by.key != person.key,
        try workspace.firstProposer(of: entry, surroundings) != person.key
      {
        throw Refusal(
          .refused, "proposal \(entry.label) is \(proposer.name)'s, who alone can withdraw it",
          help: ["the committee rejects: \(run: .reject(number))"]
            + (snapshot.portfolio?.committee == nil
              ? [] : ["where they are absent, a chair takes it over: \(run: .takeover(number))"]))
      }
      let closing = ProposalState.Closing(
        date: surroundings.today, by: person, because: because)
      let closed = try state.closed(as: way.status, closing)
      var writing = Writing(over: snapshot)
      writing.write(ProposalFiles.state(closed), to: Layout.stateFile(entry.folder))
      let written = try workspace.carryOut(writing, as: way.message(number), surroundings)
      let stale = snapshot.proposals.filter {
        !$0.isClosed && $0.proposal?.after.contains(number) == true
      }
      return StepOutcome(
        entry: entry,
        sentences: ["Proposal \(entry.label) is \(way.status.rawValue): \(because)"]
          + stale.map {
            "Proposal \($0.label) came after it and can't be committed as it is: "
              + "take \(number) out of its 'after', then \(run: .refresh($0.number))."
          },
        written: written)
    }
  }

  /// Where there is a committee, its chair rejects; of the members at the worktree's base.
  private func refuseOthersThanChair(
    _ person: Person, _ snapshot: Snapshot, _ entry: ProposalEntry
  ) throws(Refusal) {
    guard let committee = snapshot.portfolio?.committee else { return }
    let chairs = committee.members(as: [.chair], on: surroundings.today)
    guard !chairs.include(address: person.key) else { return }
    throw Refusal(
      .refused, "\(person) is not the chair, who alone rejects for the committee",
      help: [
        chairs.isEmpty
          ? "committee.yml lists no chair on \(surroundings.today)"
          : "the chair is \(chairs.map(\.id.text).conjunction)",
        "members object: \(run: .review(number, .object))",
      ])
  }
}
