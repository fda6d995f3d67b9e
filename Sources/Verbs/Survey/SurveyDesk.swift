package import Diagnostics
package import PortfolioModel
package import Records
package import Store

/// Where chair and secretary take the steps of a survey; without a committee, anybody does.
struct SurveyDesk {
  /// What a step stands on: what is saved, and who takes it.
  struct Ground {
    let snapshot: Snapshot
    let portfolio: Portfolio
    let person: Person
    /// Nil for a survey that is yet to be opened.
    let entry: SurveyEntry?

    /// The survey that the step is about.
    func survey() throws(Refusal) -> (SurveyEntry, Survey) {
      guard let entry else { preconditionFailure("the desk looked it up") }
      return (entry, try entry.readable(in: snapshot))
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
      what: "survey", id: id, folder: Layout.surveyStart(id), surroundings: surroundings)
    return try desk.step(in: workspace) { snapshot, portfolio, person throws(Refusal) in
      try SurveyDesk.refuseOthers(person, portfolio, on: surroundings.today)
      let entry = snapshot.survey(id)
      if !opens {
        guard entry != nil else { throw snapshot.absence(ofSurvey: id) }
      }
      return try work(
        Ground(snapshot: snapshot, portfolio: portfolio, person: person, entry: entry))
    }
  }

  /// Refuses whoever is neither chair nor secretary, where there is a committee.
  static func refuseOthers(
    _ person: Person, _ portfolio: Portfolio, on day: CalendarDate
  ) throws(Refusal) {
    guard let committee = portfolio.committee else { return }
    try OfficersDesk.refuseOthers(person, committee, on: day, run: "surveys")
  }

  /// Saves what a step wrote.
  func save(
    _ files: [(path: String, text: String?)], _ step: SaveMessage.SurveyStep, over ground: Ground,
    in workspace: borrowing Workspace
  ) throws(Refusal) -> Written {
    var writing = Writing(over: ground.snapshot)
    writing.files = files
    return try workspace.carryOut(writing, as: .survey(id, step), surroundings)
  }

  /// Refuses fields that a file of the survey can't hold.
  static func refuseUnfit(_ fields: Fields) throws(Refusal) {
    guard let problem = Schema.survey.problems(in: fields).first else { return }
    throw Refusal(.usage, "\(problem.path): \(problem.message)", help: problem.help)
  }
}

extension SurveyEntry {
  /// The survey itself.
  func readable(in snapshot: Snapshot) throws(Refusal) -> Survey {
    guard let survey else {
      throw Refusal(.data, "survey '\(id)' can't be read", help: [snapshot.validating])
    }
    return survey
  }
}

extension Survey {
  /// Refuses where the last round has ended.
  func refuseEnded() throws(Refusal) {
    guard !isOpen else { return }
    throw Refusal(
      .refused, "round \(round.number) of survey '\(id)' has ended",
      help: ["\(run: .survey(.status(id.text))) says what is to be done now"])
  }

  /// Refuses where the last round goes on.
  func refuseOpen() throws(Refusal) {
    guard isOpen else { return }
    throw Refusal(
      .refused, "round \(round.number) of survey '\(id)' goes on until \(round.closes)",
      help: ["\(run: .survey(.close(id.text))) ends it"])
  }
}

extension Snapshot {
  /// The refusal where there is no survey with an id.
  package func absence(ofSurvey id: Identifier) -> Refusal {
    let names = surveys.map(\.id.text)
    return Refusal(
      .noInput, "there is no survey '\(id)'",
      help: [
        Nearest.hint(
          for: id.text, in: names, "the surveys are", none: "\(run: .survey(.open)) opens one")
      ])
  }
}

extension Workspace {
  /// Who the experts of a survey are, where that is known on this machine.
  package borrowing func experts(of survey: Identifier) throws(Refusal) -> SurveyExperts? {
    guard isInRepository else { return nil }
    return try sealed(at: .experts(of: survey)).flatMap(SurveyExperts.init)
  }
}
