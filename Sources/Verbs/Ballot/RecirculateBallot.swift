package import Diagnostics
import Git
package import PortfolioModel
import Records
import Reports
package import Store

/// Opens another round of voting on what was changed in answer to comments.
package struct RecirculateBallot: Sendable {
  package let id: Identifier
  package let closes: CalendarDate
  package let maker: PackageMaker
  package let surroundings: Surroundings

  package init(
    _ id: Identifier, until closes: CalendarDate, by maker: PackageMaker,
    _ surroundings: Surroundings
  ) {
    (self.id, self.closes, self.maker) = (id, closes, maker)
    self.surroundings = surroundings
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> DeskOutcome {
    let desk = BallotDesk(id: id, surroundings: surroundings)
    return try desk.step(in: workspace) { ground throws(Refusal) in
      let (entry, ballot) = try ground.ballot()
      try entry.refuse(unless: .resolving)
      try workspace.refuseUnshared(surroundings)
      let today = surroundings.day(in: ballot.zone)
      guard closes >= today else {
        throw Refusal(
          .refused, "voting can't close on \(closes), before it opens on \(today)",
          help: ["give a later day: \(option: .closes)"])
      }
      let changed = try workspace.changed(ballot.items, of: entry, in: ground.snapshot)
      let items = try asked(changed, entry, ground, in: workspace)
      let event = Ballot.Event(date: today, by: ground.person, because: nil)
      let (_, base) = try workspace.branch()
      let numbers = Set(items.map(\.number))
      let changes = try maker.report(
        on: items.map(\.number), at: base, surroundings.on(today), in: workspace
      ).balloted.map(\.change).filter { $0.proposal.map(numbers.contains) ?? false }
      let fields = try maker.sending(
        ballot.recirculated(items, changes, on: base.hex, by: event, until: closes), of: id,
        surroundings, in: workspace)
      let written = try desk.save(
        [(Layout.path(of: .ballot, of: id), BallotFiles.ballot(fields))], .recirculate,
        over: ground, in: workspace)
      return DeskOutcome(
        sentences(items, changed, entry, round: ballot.rounds.count + 1),
        written: written)
    }
  }

  /// The changed proposals that need a vote, which nothing else may keep from being accepted.
  private func asked(
    _ changed: [ChangedItem], _ entry: BallotEntry, _ ground: BallotDesk.Ground,
    in workspace: borrowing Workspace
  ) throws(Refusal) -> [Ballot.Item] {
    let needed = changed.filter { !$0.isEditorial }
    guard !needed.isEmpty else {
      throw Refusal(
        .refused, "nothing was changed in ballot '\(id)' that needs a vote",
        help: ["\(run: .ballot(.status(id.text))) says what is to be done now"])
    }
    var obstacles = needed.filter { !entry.permits(ground.snapshot.proposal($0.number)?.proposal) }
      .map {
        Refusal(
          .refused, "proposal \($0.label) was changed and names no comment that it answers",
          help: ["name the comments: \(run: .propose(.updateAnswering($0.number)))"])
      }
    let (_, tip) = try workspace.branch()
    do throws(Refusal) {
      _ = try CommitProposals(needed.map(\.number), surroundings, for: .ballot).plans(
        workspace, tip: tip, on: try workspace.committer(surroundings).day)
    } catch {
      obstacles.append(error)
    }
    if let refusal = Refusal(all: obstacles) { throw refusal }
    return needed.map { Ballot.Item($0.number, content: $0.content) }
  }

  private func sentences(
    _ items: [Ballot.Item], _ changed: [ChangedItem], _ entry: BallotEntry, round: Int
  ) -> [Hint] {
    let negatives = entry.standing.map { question, body in
      body.name + (question.map { " on \(Proposal.label($0))" } ?? "")
    }
    return [
      "Round \(round) of ballot '\(id)' asks about \(items.map(\.label).conjunction) until "
        + "\(closes); a body that does not answer keeps its vote."
    ] + changed.map { Hint($0.sentence) }
      + (negatives.isEmpty
        ? [] : ["Negative votes that stand: \(negatives.listed)."])
      + [
        "What has changed: \(run: .diffBallot(id.text)).",
        "What goes to the voters: \(run: .ballot(.package(id.text))).",
      ]
  }
}
