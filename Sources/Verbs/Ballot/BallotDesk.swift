package import Diagnostics
package import PortfolioModel
package import Records
import Store

/// Where chair and secretary take the steps of a ballot: what all steps have in common.
struct BallotDesk {
  /// What a step stands on: what is saved, and who takes it.
  struct Ground {
    let snapshot: Snapshot
    let portfolio: Portfolio
    let person: Person
    /// Nil for a ballot that is yet to be opened.
    let entry: BallotEntry?

    /// The ballot that the step is about.
    func ballot() throws(Refusal) -> (BallotEntry, Ballot) {
      guard let entry else { preconditionFailure("the desk looked it up") }
      guard let ballot = entry.ballot else {
        throw Refusal(.data, "ballot '\(entry.id)' can't be read", help: [snapshot.validating])
      }
      return (entry, ballot)
    }
  }

  let id: Identifier
  let surroundings: Surroundings

  /// Takes a step on what is saved, while the tool's lock is held.
  func step(
    in workspace: borrowing Workspace, opens: Bool = false,
    _ work: (Ground) throws(Refusal) -> DeskOutcome
  ) throws(Refusal) -> DeskOutcome {
    let desk = OfficersDesk(
      what: "ballot", id: id, folder: Layout.ballotStart(id), surroundings: surroundings)
    return try desk.step(in: workspace) { snapshot, portfolio, person throws(Refusal) in
      try BallotDesk.refuseOthers(person, portfolio, on: surroundings.today)
      let entry = snapshot.ballot(id)
      if !opens {
        guard entry != nil else { throw snapshot.absence(ofBallot: id) }
      }
      return try work(
        Ground(snapshot: snapshot, portfolio: portfolio, person: person, entry: entry))
    }
  }

  /// Saves what a step wrote.
  func save(
    _ files: [(path: String, text: String?)], _ step: SaveMessage.BallotStep, over ground: Ground,
    in workspace: borrowing Workspace, originals: [(path: String, bytes: [UInt8])] = []
  ) throws(Refusal) -> Written {
    var writing = Writing(over: ground.snapshot)
    writing.files = files
    writing.originals = originals
    return try workspace.carryOut(writing, as: .ballot(id, step), surroundings)
  }

  /// Only the committee's chair and secretary take the steps of a ballot.
  static func refuseOthers(
    _ person: Person, _ portfolio: Portfolio, on day: CalendarDate
  ) throws(Refusal) {
    guard let committee = portfolio.committee else {
      throw Refusal(
        .refused, "there is no committee.yml, so nobody could vote",
        help: ["add the committee's members by a proposal: \(run: .propose(.fromWorktree))"])
    }
    try OfficersDesk.refuseOthers(person, committee, on: day, run: "ballots")
  }
}

extension Snapshot {
  /// The refusal where there is no ballot with an id.
  package func absence(ofBallot id: Identifier) -> Refusal {
    let names = ballots.map(\.id.text)
    return Refusal(
      .noInput, "there is no ballot '\(id)'",
      help: [
        Nearest.hint(
          for: id.text, in: names, "the ballots are", none: "\(run: .ballot(.open)) opens one")
      ])
  }
}

extension Surroundings {
  /// The day in a ballot's zone: that of the clock, unless another day is asked for.
  func day(in zone: ZoneOffset) -> CalendarDate {
    today == CalendarDate(secondsSince1970: now) ? zone.day(at: now) : today
  }
}

extension BallotEntry {
  /// Refuses a step that belongs to another state of the ballot.
  func refuse(unless wanted: Ballot.State) throws(Refusal) {
    guard state != wanted else { return }
    let id = id.text
    switch state {
    case .voting:
      throw Refusal(
        .refused, "voting in ballot '\(id)' has not ended", help: ["\(run: .ballot(.end(id)))"])
    case .resolving:
      throw Refusal(
        .refused, "voting in ballot '\(id)' has ended",
        help: ["\(run: .ballot(.status(id))) says what is to be done now"])
    case .closed:
      throw Refusal(
        .done, "ballot '\(id)' is closed and never changes again",
        help: ["\(run: .ballot(.show(id))) tells its story"])
    }
  }
}
