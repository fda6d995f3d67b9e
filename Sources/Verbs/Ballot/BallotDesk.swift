package import Diagnostics
package import PortfolioModel
package import Records
package import Store

/// What a step of a ballot did.
package struct BallotOutcome: Sendable {
  package let ballot: Identifier
  /// What happened, a sentence each.
  package let sentences: [Hint]
  /// What is wrong in forms that came in, a sentence each, with the place.
  package let findings: [String]
  /// Nil where nothing had to be written.
  package let written: Written?

  package init(
    ballot: Identifier, sentences: [Hint], findings: [String] = [], written: Written?
  ) {
    (self.ballot, self.sentences, self.findings) = (ballot, sentences, findings)
    self.written = written
  }
}

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
    _ work: (Ground) throws(Refusal) -> BallotOutcome
  ) throws(Refusal) -> BallotOutcome {
    try workspace.locked("ballot", surroundings) { () throws(Refusal) -> BallotOutcome in
      guard workspace.isInRepository else {
        throw Refusal(
          .refused, "a ballot needs a history that proves it, and there is no git repository here",
          help: ["\(gitLine: .initialize)"])
      }
      try workspace.refuseUncommittable(surroundings)
      try workspace.refuseDayAhead(ofCommit: surroundings)
      let snapshot = try workspace.snapshot(.revision("HEAD"))
      try refuseEdits(snapshot, in: workspace)
      let portfolio = try snapshot.readable()
      let person = try workspace.identity(.author, surroundings).person
      try BallotDesk.refuseOthers(person, portfolio, on: surroundings.today)
      let entry = snapshot.ballot(id)
      if !opens {
        guard entry != nil else { throw snapshot.absence(ofBallot: id) }
      }
      return try work(
        Ground(snapshot: snapshot, portfolio: portfolio, person: person, entry: entry))
    }
  }

  /// Refuses where the ballot's files differ from what is saved: a step would build on others.
  private func refuseEdits(
    _ saved: Snapshot, in workspace: borrowing Workspace
  ) throws(Refusal) {
    let changed = try workspace.edited(ballot: id, since: saved)
    guard changed.isEmpty else {
      throw Refusal(
        .refused,
        "files of ballot '\(id)' were edited, and only verbs write them: \(changed.listed)",
        help: ["put them back: \(gitLine: .restore(changed.map { saved.files.prefix + $0 }))"])
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
    let officers = committee.members(as: MemberRole.officers, on: day)
    guard !officers.include(address: person.key) else { return }
    throw Refusal(
      .refused, "\(person) is neither chair nor secretary, who alone run ballots",
      help: [
        officers.isEmpty
          ? "committee.yml lists neither on \(day)"
          : "these do: \(officers.map(\.id.text).conjunction)"
      ])
  }
}

extension Snapshot {
  /// The refusal where there is no ballot with an id.
  package func absence(ofBallot id: Identifier) -> Refusal {
    let names = ballots.map(\.id.text)
    return Refusal(
      .noInput, "there is no ballot '\(id)'",
      help: [
        names.isEmpty
          ? "\(run: .ballot(.open)) opens one"
          : Nearest.match(for: id.text, in: names).map { "did you mean '\($0)'?" }
            ?? "the ballots are: \(names.listed)"
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
