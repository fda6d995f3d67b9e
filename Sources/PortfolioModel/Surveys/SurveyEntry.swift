/// One folder of `Proposals/surveys/`: a survey with all that came in.
package struct SurveyEntry: Sendable {
  package let id: Identifier
  /// Nil where `survey.yml` can't be read.
  package let survey: Survey?
  /// By round, then by the expert's pseudonym.
  package let responses: [Int: [Identifier: SurveyResponse]]

  package init(
    id: Identifier, survey: Survey?, responses: [Int: [Identifier: SurveyResponse]] = [:]
  ) {
    (self.id, self.survey, self.responses) = (id, survey, responses)
  }

  /// The experts who answered in a round.
  package func answered(in round: Int) -> [Identifier] { (responses[round] ?? [:]).keys.sorted() }

  /// The answers to a cell in a round that has ended.
  private func answers(to cell: SurveyCell, in round: Int) -> [Identifier: SurveyAnswer] {
    (responses[round] ?? [:]).compactMapValues { $0.opened?.answer(on: cell) }
  }

  /// What the experts say of each cell, by the last round that has ended and asked about it; empty
  /// before the end of the first.
  package var results: [CellResult] {
    results(by: survey?.rounds.filter { $0.ended != nil }.count ?? 0)
  }

  /// What they said of each cell at the end of a round.
  package func results(by last: Int) -> [CellResult] {
    guard let survey, last > 0 else { return [] }
    return survey.cells.compactMap { cell in
      let asked = survey.rounds.filter { $0.number <= last && $0.asks.contains(cell) }
      guard let round = asked.last else { return nil }
      let before = asked.dropLast().last
      return CellResult(
        cell, round: round.number, answers(to: cell, in: round.number),
        after: before.map { answers(to: cell, in: $0.number) }, by: survey.agreement)
    }
  }

  /// The cells on which the experts do not agree.
  package var disputed: [SurveyCell] { results.filter { $0.agreed == nil }.map(\.cell) }
}
