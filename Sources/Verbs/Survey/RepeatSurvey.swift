package import Diagnostics
package import PortfolioModel
import Records
package import Store

/// Asks again what the experts do not agree on.
package struct RepeatSurvey: Sendable {
  package let id: Identifier
  package let closes: CalendarDate
  package let surroundings: Surroundings

  package init(_ id: Identifier, closes: CalendarDate, _ surroundings: Surroundings) {
    (self.id, self.closes, self.surroundings) = (id, closes, surroundings)
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> DeskOutcome {
    let desk = SurveyDesk(id: id, surroundings: surroundings)
    return try desk.step(in: workspace) { ground throws(Refusal) in
      let (entry, survey) = try ground.survey()
      try survey.refuseOpen()
      guard survey.rounds.count < survey.mostRounds else {
        throw Refusal(
          .refused,
          "survey '\(id)' has at most \(survey.mostRounds.counted("round")), and all are over",
          help: ["propose what was agreed: \(line: .propose(.fromSurvey(id.text)))"])
      }
      guard closes >= surroundings.today else {
        throw Refusal(
          .refused, "the round would close on \(closes), before it opens",
          help: ["give a later day: \(option: .closes)"])
      }
      let cells = entry.disputed
      guard !cells.isEmpty else {
        throw Refusal(
          .refused, "the experts agree on everything that survey '\(id)' asks",
          help: ["propose what differs: \(line: .propose(.fromSurvey(id.text)))"])
      }
      let deed = OfficerDeed(date: surroundings.today, by: ground.person, because: nil)
      let fields = survey.repeated(cells, by: deed, until: closes)
      try SurveyDesk.refuseUnfit(fields)
      let written = try desk.save(
        [(Layout.path(of: .survey, of: id), SurveyFiles.survey(fields))], .round, over: ground,
        in: workspace)
      return DeskOutcome(
        [
          "Round \(survey.rounds.count + 1) of survey '\(id)' asks again about "
            + "\(cells.count.counted("rating")) of \(survey.cells.count), until \(closes).",
          "The form for the experts, with the group's answers: \(run: .survey(.export(id.text))).",
        ], written: written)
    }
  }
}
