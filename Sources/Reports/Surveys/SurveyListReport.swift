import Diagnostics
package import PortfolioModel

/// All surveys, a line each.
package struct SurveyListReport {
  private let entries: [SurveyEntry]

  package init(_ entries: [SurveyEntry]) { self.entries = entries }

  package var report: Report {
    var report = Report()
    report.heading(1, "Surveys")
    guard !entries.isEmpty else {
      report.paragraph("There is no survey.")
      return report
    }
    report.table(
      ["survey", "title", "round", "state", "closes", "ratings", "answered"],
      entries.map { entry in
        let round = entry.survey?.round
        return [
          [Span(entry.id.text, .strong)], [Span(entry.survey?.title ?? "can't be read")],
          [Span(round.map { "\($0.number) of \(entry.survey?.mostRounds ?? 0)" } ?? "")],
          [Span(entry.survey?.isOpen == true ? "open" : "closed")],
          [Span(round?.closes.description ?? "")], [Span(String(round?.asks.count ?? 0))],
          [Span(String(round.map { entry.answered(in: $0.number).count } ?? 0))],
        ]
      })
    return report
  }

  /// `rspmaint.surveys/1`
  package var json: some Encodable {
    JSON(
      surveys: entries.map { entry in
        let round = entry.survey?.round
        return JSON.Item(
          survey: entry.id.text, title: Nullable(entry.survey?.title), round: round?.number ?? 0,
          isOpen: entry.survey?.isOpen ?? false, closes: Nullable(round?.closes.description),
          asked: round?.asks.count ?? 0,
          answered: round.map { entry.answered(in: $0.number).count } ?? 0)
      })
  }

  private struct JSON: Encodable {
    struct Item: Encodable {
      let survey: String
      let title: Nullable<String>
      let round: Int
      let isOpen: Bool
      let closes: Nullable<String>
      let asked: Int
      let answered: Int
    }

    let schema = "rspmaint.surveys/1"
    let surveys: [Item]
  }
}
