package import Diagnostics
package import PortfolioModel
import Records
package import Store

/// Takes the result of a vote that the publisher's platform ran: keeps it as it came, and accepts what
/// was approved.
package struct RecordExternal: Sendable {
  package let id: Identifier
  /// The file that holds the result.
  package let file: String
  package let approved: [ProposalSelection]
  package let disapproved: [ProposalSelection]
  package let surroundings: Surroundings

  package init(
    _ id: Identifier, result file: String, approved: [ProposalSelection],
    disapproved: [ProposalSelection], _ surroundings: Surroundings
  ) {
    (self.id, self.file, self.surroundings) = (id, file, surroundings)
    (self.approved, self.disapproved) = (approved, disapproved)
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> CloseBallot.Outcome {
    let desk = BallotDesk(id: id, surroundings: surroundings)
    let file = try GivenFile(path: file)
    var outcome: CloseBallot.Outcome?
    _ = try desk.step(in: workspace) { ground throws(Refusal) in
      try workspace.refuseUnshared(surroundings)
      let (entry, ballot) = try ground.ballot()
      try refuseCounted(entry)
      let today = surroundings.day(in: ballot.zone)
      guard today >= ballot.closes else {
        throw Refusal(
          .refused,
          "voting in ballot '\(id)' goes on until \(ballot.closes), so its result can't be known yet",
          help: ["record it on that day or later"])
      }
      let original = file.original("result")
      let result = BallotResult(
        date: surroundings.today, by: ground.person,
        lines: try lines(ballot, among: ground.snapshot.proposals), external: original)
      outcome = try SettleBallot(id, surroundings).settle(
        result, "Take the external result of ballot \(id)",
        and: ["The result is kept as it came: \(original.name)."],
        keeping: [(Layout.path(ofOriginal: original.name, of: id), file.bytes)], in: workspace)
      return DeskOutcome([], written: nil)
    }
    guard let outcome else { preconditionFailure("the step was taken") }
    return outcome
  }

  /// Refuses where votes came in here: they are counted here then.
  private func refuseCounted(_ entry: BallotEntry) throws(Refusal) {
    if entry.state == .closed { try entry.refuse(unless: .voting) }
    guard entry.state == .voting, entry.receipts.isEmpty else {
      throw Refusal(
        .refused,
        "replies came in for ballot '\(id)', so its votes are counted here and not elsewhere",
        help: ["\(run: .ballot(.status(id.text))) says what is to be done now"])
    }
  }

  /// The verdict on each proposal, all of which have to be named once.
  private func lines(
    _ ballot: Ballot, among proposals: [ProposalEntry]
  ) throws(Refusal) -> [BallotResult.Line] {
    let yes = Set(approved.numbers(among: proposals))
    let no = Set(disapproved.numbers(among: proposals))
    let known = Set(ballot.items.map(\.number))
    var obstacles = yes.union(no).subtracting(known).sorted().map { number in
      Refusal(
        .refused, "proposal \(Proposal.label(number)) is not in ballot '\(id)'",
        help: ["its proposals are: \(ballot.items.map(\.label).listed)"])
    }
    for item in ballot.items where yes.contains(item.number) == no.contains(item.number) {
      obstacles.append(
        Refusal(
          .usage,
          yes.contains(item.number)
            ? "proposal \(item.label) is named as approved and as disapproved"
            : "nothing is said of proposal \(item.label)",
          help: ["say it once: \(option: .approved) or \(option: .disapproved)"]))
    }
    if let refusal = Refusal(all: obstacles) { throw refusal }
    return ballot.items.map {
      BallotResult.Line($0, yes.contains($0.number) ? .approved : .disapproved)
    }
  }
}
