import PortfolioModel

extension SurveyReport {
  /// `rspmaint.survey-report/1`
  package var json: some Encodable {
    JSON(
      survey: entry.id.text, title: survey.title,
      rounds: survey.rounds.map { round in
        JSON.Round(
          round: round.number, opened: round.opened.description, closes: round.closes.description,
          ended: Nullable(round.ended?.date.description), asked: round.asks.count,
          answered: entry.answered(in: round.number).count)
      }, invited: Nullable(survey.invited),
      agreement: JSON.Agreement(
        answers: survey.agreement.answers, share: survey.agreement.share.description),
      cells: entry.results.map(cell))
  }

  private func cell(_ result: CellResult) -> JSON.Cell {
    let median: [String] =
      switch result.median {
      case .level(let level): [level.rawValue]
      case .split(let low, let high): [low.rawValue, high.rawValue]
      case nil: []
      }
    return JSON.Cell(
      standard: result.cell.standard.text, factor: result.cell.factor.rawValue,
      region: Nullable(result.cell.region),
      ratedThen: Nullable(survey.rating(of: result.cell)?.rawValue),
      rated: Nullable(result.cell.level(in: portfolio)?.rawValue), round: result.round,
      answers: result.answers,
      levels: result.counts.map { JSON.Count(level: $0.level.rawValue, count: $0.count) },
      noOpinion: result.noOpinion, median: median,
      spread: result.spread.map { [$0.lowest.rawValue, $0.highest.rawValue] } ?? [],
      stability: Nullable(result.stability.map { JSON.Stability(same: $0.same, both: $0.both) }),
      agreed: Nullable(result.agreed?.rawValue),
      remarks: result.remarks.map { remark in
        JSON.Remark(
          expert: remark.expert.text, level: Nullable(remark.answer.fields.text("level")),
          certainty: Nullable(remark.answer.certainty?.rawValue),
          evidence: Nullable(remark.answer.evidence), comment: Nullable(remark.answer.comment))
      })
  }

  private struct JSON: Encodable {
    struct Round: Encodable {
      let round: Int
      let opened: String
      let closes: String
      let ended: Nullable<String>
      let asked: Int
      let answered: Int
    }

    struct Agreement: Encodable {
      let answers: Int
      let share: String
    }

    struct Count: Encodable {
      let level: String
      let count: Int
    }

    struct Stability: Encodable {
      let same: Int
      let both: Int
    }

    struct Remark: Encodable {
      let expert: String
      let level: Nullable<String>
      let certainty: Nullable<String>
      let evidence: Nullable<String>
      let comment: Nullable<String>
    }

    struct Cell: Encodable {
      let standard: String
      let factor: String
      let region: Nullable<String>
      /// On the day of the opening, and in the portfolio that is read.
      let ratedThen: Nullable<String>
      let rated: Nullable<String>
      let round: Int
      let answers: Int
      /// Lowest first.
      let levels: [Count]
      let noOpinion: Int
      /// Two where the middle is split.
      let median: [String]
      /// The lowest and the highest.
      let spread: [String]
      let stability: Nullable<Stability>
      let agreed: Nullable<String>
      let remarks: [Remark]
    }

    let schema = "rspmaint.survey-report/1"
    let survey: String
    let title: String
    let rounds: [Round]
    let invited: Nullable<Int>
    let agreement: Agreement
    let cells: [Cell]
  }
}
