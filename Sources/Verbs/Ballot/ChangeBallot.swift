package import Diagnostics
package import PortfolioModel
import Records
package import Store

/// Extends voting, or cancels a ballot, which frees its proposals.
package struct ChangeBallot: Sendable {
  package enum Way: Sendable {
    case extend(to: CalendarDate, by: PackageMaker)
    case cancel
  }

  package let id: Identifier
  package let way: Way
  package let because: String
  package let surroundings: Surroundings

  package init(
    _ id: Identifier, _ way: Way, because: String, _ surroundings: Surroundings
  ) {
    (self.id, self.way, self.because, self.surroundings) = (id, way, because, surroundings)
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> DeskOutcome {
    guard !because.isBlank else { throw Refusal.empty("the reason", .because) }
    let desk = BallotDesk(id: id, surroundings: surroundings)
    return try desk.step(in: workspace) { ground throws(Refusal) in
      let (entry, ballot) = try ground.ballot()
      let event = Ballot.Event(date: surroundings.today, by: ground.person, because: because)
      let (fields, step, sentences) = try changed(entry, ballot, event, in: workspace)
      if let problem = Schema.ballot.problems(in: fields).first {
        throw Refusal(.usage, "\(problem.path): \(problem.message)", help: problem.help)
      }
      let written = try desk.save(
        [(Layout.path(of: .ballot, of: id), BallotFiles.ballot(fields))], step, over: ground,
        in: workspace)
      return DeskOutcome(sentences, written: written)
    }
  }

  private func changed(
    _ entry: BallotEntry, _ ballot: Ballot, _ event: Ballot.Event,
    in workspace: borrowing Workspace
  ) throws(Refusal) -> (Fields, SaveMessage.BallotStep, [Hint]) {
    switch way {
    case .extend(let day, let maker):
      try entry.refuse(unless: .voting)
      guard day > ballot.closes else {
        throw Refusal(
          .refused, "voting in ballot '\(id)' goes on until \(ballot.closes) already",
          help: ["give a later day: \(option: .closes)"])
      }
      let late = try lateForms(ballot, in: workspace)
      return (
        try maker.sending(ballot.extended(to: day, event), of: id, surroundings, in: workspace),
        .extend,
        [
          "Voting in ballot '\(id)' goes on until \(day).",
          "What goes to the voters: \(run: .ballot(.package(id.text))).",
        ] + late
      )
    case .cancel:
      if entry.state == .closed { try entry.refuse(unless: .resolving) }
      return (
        ballot.cancelled(by: event), .cancel,
        ["Ballot '\(id)' is cancelled: \(because) Its proposals are free."]
      )
    }
  }

  /// Forms that came after the last day can be taken again.
  private func lateForms(
    _ ballot: Ballot, in workspace: borrowing Workspace
  ) throws(Refusal) -> [Hint] {
    let late = try workspace.lateForms(of: id)
    guard !late.isEmpty else {
      return surroundings.day(in: ballot.zone) > ballot.closes
        ? ["No late form is kept on this machine."] : []
    }
    return ["Forms that came late can count now, once they are taken:"]
      + late.map { "  \(line: .ballot(.takeFile(id.text, $0)))" }
  }
}
