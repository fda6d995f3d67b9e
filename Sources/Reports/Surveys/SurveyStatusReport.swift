import Diagnostics
package import PortfolioModel

/// How far a survey is: how many answered, how long the round goes on, what comes next.
package struct SurveyStatusReport {
  private let entry: SurveyEntry
  private let survey: Survey
  /// The names of those who have not answered; nil where they are not known here.
  private let missing: [Person]?
  private let today: CalendarDate
  private let portfolio: Portfolio
  private let wording: HintWording

  /// - Parameter experts: Who the experts are, where that is known.
  package init(
    _ entry: SurveyEntry, _ survey: Survey, in portfolio: Portfolio, experts: SurveyExperts?,
    today: CalendarDate, wording: @escaping HintWording
  ) {
    (self.entry, self.survey, self.portfolio) = (entry, survey, portfolio)
    (self.today, self.wording) = (today, wording)
    missing = experts.map {
      $0.missing(from: entry.answered(in: survey.round.number), in: survey.id)
    }
  }

  private var answered: Int { entry.answered(in: survey.round.number).count }

  private var differing: Int {
    entry.results.count { $0.agreed != nil && $0.agreed != $0.cell.level(in: portfolio) }
  }

  private var mayRepeat: Bool {
    !survey.isOpen && survey.rounds.count < survey.mostRounds && !entry.disputed.isEmpty
  }

  package var report: Report {
    var report = Report()
    report.heading(1, "Survey '\(entry.id)': \(survey.title)")
    let number = survey.round.number
    if survey.isOpen {
      let days = survey.round.days(on: today)
      report.paragraph(
        Span("Round \(number) \(days). It asks about \(survey.round.asks.count.counted("rating")).")
      )
      report.paragraph(
        Span("\(entry.rate) answered; the answers are sealed until the round is closed."))
    } else {
      report.paragraph(Span("Round \(number) has ended; \(entry.rate) answered."))
      report.paragraph(
        Span(
          "The experts agree on \(entry.results.count - entry.disputed.count) of "
            + "\(entry.results.count.counted("rating")); \(differing) of these "
            + "\(differing == 1 ? "differs" : "differ") from the portfolio."))
    }
    if let missing, !missing.isEmpty, survey.isOpen {
      report.paragraph(Span("Not answered yet:"))
      report.bullets(missing.map { [Span($0.description)] })
    }
    report.bullets(steps.map { [Span(wording($0))] })
    return report
  }

  /// What may be done now.
  private var steps: [Hint] {
    let id = entry.id.text
    guard !survey.isOpen else {
      return entry.mayClose(on: today)
        ? ["end the round: \(run: .survey(.close(id)))"]
        : ["answers come in by \(line: .survey(.take(id)))"]
    }
    return ["what they say: \(run: .survey(.report(id)))"]
      + (mayRepeat ? ["ask again what is disputed: \(line: .survey(.round(id)))"] : [])
      + (differing > 0 ? ["propose what differs: \(line: .propose(.fromSurvey(id)))"] : [])
  }

  /// `rspmaint.survey-status/1`
  package var json: some Encodable {
    JSON(
      survey: entry.id.text, title: survey.title, round: survey.round.number,
      mostRounds: survey.mostRounds, isOpen: survey.isOpen,
      closes: survey.round.closes.description, asked: survey.round.asks.count, answered: answered,
      invited: Nullable(survey.invited),
      agreed: Nullable(entry.results.isEmpty ? nil : entry.results.count - entry.disputed.count),
      differing: Nullable(entry.results.isEmpty ? nil : differing))
  }

  private struct JSON: Encodable {
    let schema = "rspmaint.survey-status/1"
    let survey: String
    let title: String
    let round: Int
    let mostRounds: Int
    let isOpen: Bool
    let closes: String
    let asked: Int
    let answered: Int
    let invited: Nullable<Int>
    let agreed: Nullable<Int>
    let differing: Nullable<Int>
  }
}
