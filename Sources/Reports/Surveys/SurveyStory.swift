import Diagnostics
package import PortfolioModel

/// What a survey froze, and what happened to it since.
package struct SurveyStory {
  private let entry: SurveyEntry
  private let survey: Survey
  private let portfolio: Portfolio

  package init(_ entry: SurveyEntry, _ survey: Survey, in portfolio: Portfolio) {
    (self.entry, self.survey, self.portfolio) = (entry, survey, portfolio)
  }

  package var report: Report {
    var report = Report()
    report.heading(1, "Survey '\(entry.id)': \(survey.title)")
    report.bullets(facts.map { [Span($0)] })
    report.table(
      ["round", "opened", "closes", "asks", "answered", "ended"],
      survey.rounds.map { round in
        let end = round.ended.map { ended in
          "\(ended.date), \(ended.by.name)" + (ended.because.map { ": \($0)" } ?? "")
        }
        return [
          [Span(String(round.number))], [Span("\(round.opened), \(round.by.name)")],
          [Span(round.closes.description)], [Span(round.asks.count.counted("rating"))],
          [Span(String(entry.answered(in: round.number).count))], [Span(end ?? "open")],
        ]
      })
    report.table(
      ["standard", "factor", "region", "rated at the opening"],
      survey.ratings.map { rated in
        [
          [Span(portfolio.name(of: rated.cell.standard), .strong)],
          [Span(rated.cell.factor.phrase)], [Span(rated.cell.region ?? "")],
          [Span(rated.level?.phrase ?? "not rated")],
        ]
      })
    return report
  }

  private var facts: [String] {
    let rule = survey.agreement
    return [
      "Opened on \(survey.opened); at most \(survey.mostRounds.counted("round")).",
      "Factors: \(survey.factors.map(\.phrase).listed).",
      "Agreement: \(rule.answers.counted("level")) at least, and \(rule.share) of them the same.",
      survey.showsRatings
        ? "Experts see the rating in the first round."
        : "Experts do not see the rating in the first round.",
    ] + (survey.invited.map { ["\($0.counted("expert")) invited."] } ?? [])
  }

  /// `rspmaint.survey/1`
  package var json: some Encodable {
    JSON(
      survey: entry.id.text, title: survey.title, opened: survey.opened.description,
      factors: survey.factors.map(\.rawValue), standards: survey.standards.map(\.text),
      mostRounds: survey.mostRounds, showsRatings: survey.showsRatings,
      ratings: survey.ratings.map { rated in
        JSON.Rating(
          standard: rated.cell.standard.text, factor: rated.cell.factor.rawValue,
          region: Nullable(rated.cell.region), level: Nullable(rated.level?.rawValue))
      })
  }

  private struct JSON: Encodable {
    struct Rating: Encodable {
      let standard: String
      let factor: String
      let region: Nullable<String>
      let level: Nullable<String>
    }

    let schema = "rspmaint.survey/1"
    let survey: String
    let title: String
    let opened: String
    let factors: [String]
    let standards: [String]
    let mostRounds: Int
    let showsRatings: Bool
    let ratings: [Rating]
  }
}
