import Diagnostics
package import PortfolioModel

/// What the experts of a survey say of each cell, once a round has ended.
package struct SurveyReport {
  let entry: SurveyEntry
  let survey: Survey
  let portfolio: Portfolio

  package init(_ entry: SurveyEntry, _ survey: Survey, in portfolio: Portfolio) {
    (self.entry, self.survey, self.portfolio) = (entry, survey, portfolio)
  }

  private var results: [CellResult] { entry.results }

  package var report: Report {
    var report = Report()
    report.heading(1, "Survey: \(survey.title)")
    let results = results
    let agreed = results.filter { $0.agreed != nil }
    let differing = agreed.filter { $0.agreed != $0.cell.level(in: portfolio) }
    report.paragraph(
      Span("The experts agree on \(agreed.count) of \(results.count.counted("rating")); "),
      Span("\(differing.count) of these \(differing.count == 1 ? "differs" : "differ")"),
      Span(" from the portfolio. Their answers are evidence, and decide nothing."))
    report.bullets(
      rounds.map { [Span($0)] } + [[Span(survey.agreement.sentence.withCapital + ".")]])
    report.section("agreed-otherwise", "Agreed, and rated otherwise", count: differing.count) {
      table(differing, &$0)
    }
    let disputed = results.filter { $0.agreed == nil }
    report.section("disputed", "Disputed", count: disputed.count) { table(disputed, &$0) }
    let same = agreed.filter { $0.agreed == $0.cell.level(in: portfolio) }
    report.section("agreed", "Agreed, and rated so", count: same.count) { table(same, &$0) }
    let said = results.filter { !$0.remarks.isEmpty }
    report.section("comments", "Comments and evidence", count: said.count) { report in
      for result in said { remarks(result, &report) }
    }
    return report
  }

  private var rounds: [String] {
    survey.rounds.map { round in
      let answered = entry.answered(in: round.number).count
      let who =
        survey.invited.map { "\(answered) of \($0.counted("expert"))" }
        ?? answered.counted("expert")
      let end =
        round.ended.map { "\(round.opened) to \($0.date)" }
        ?? "open until \(round.closes), and sealed until it is closed"
      return
        "Round \(round.number), \(end): \(who) answered on \(round.asks.count.counted("rating"))."
    }
  }

  private func table(_ results: [CellResult], _ report: inout Report) {
    var header = ["standard", "factor", "region", "rated", "answers", "each level", "no opinion"]
    header += ["median", "spread"]
    if isLater { header += ["round", "stable"] }
    report.table(header + ["agreed"], results.map(row))
  }

  private var isLater: Bool { survey.rounds.count > 1 }

  private func row(_ result: CellResult) -> [[Span]] {
    let counts = result.counts.filter { $0.count > 0 }
      .map { "\($0.level.phrase) \($0.count)" }.joined(separator: ", ")
    let spread = result.spread.map { low, high in
      low == high ? low.phrase : "\(low.phrase) to \(high.phrase)"
    }
    var cells: [[Span]] = [
      [Span(portfolio.name(of: result.cell.standard), .strong)],
      [Span(result.cell.factor.phrase)], [Span(result.cell.region ?? "")],
      [Span(result.cell.level(in: portfolio)?.phrase ?? "not rated")],
      [Span(String(result.answers))],
      [Span(LevelBars(result.counts)), Span(counts.isEmpty ? "" : " " + counts)],
      [Span(String(result.noOpinion))], [Span(result.median?.phrase ?? "")],
      [Span(spread ?? "")],
    ]
    if isLater { cells += [[Span(String(result.round))], [Span(stability(result))]] }
    cells.append([result.agreed.map { Span($0.phrase, .strong) } ?? Span("no")])
    return cells
  }

  private func stability(_ result: CellResult) -> String {
    result.stability.map { "\($0.same) of \($0.both)" } ?? ""
  }

  private func remarks(_ result: CellResult, _ report: inout Report) {
    let place =
      portfolio.name(of: result.cell.standard) + ", \(result.cell.factor.phrase)"
      + (result.cell.region.map { " (\($0))" } ?? "")
    report.group(place, count: result.remarks.count) { report in
      for remark in result.remarks {
        let level =
          remark.answer.level?.phrase ?? (remark.answer.opinion == nil ? "no level" : "no opinion")
        let head =
          "\(remark.expert), \(level)"
          + (remark.answer.certainty.map { " (\($0.rawValue))" } ?? "")
        report.paragraph(Span(head, .strong))
        let lines = (remark.answer.comment ?? "").utf8.split(separator: UInt8(ascii: "\n"))
          .map { String(Substring($0)) }
        let quoted = lines + (remark.answer.evidence.map { ["Evidence: \($0)"] } ?? [])
        report.blocks.append(.quote(quoted.map { [Span($0)] }))
      }
    }
  }
}

extension String {
  /// With its first letter as a capital, where that is ASCII.
  fileprivate var withCapital: String {
    guard let first = utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else {
      return self
    }
    return String(decoding: [first - 32] + utf8.dropFirst(), as: UTF8.self)
  }
}
