package import PortfolioModel

/// The calibrated levels, with the rows that pin each.
package struct CalibrationReport {
  private let calibration: Calibration

  package init(_ calibration: Calibration) { self.calibration = calibration }

  package var report: Report {
    var report = Report()
    report.heading(1, "Calibration")
    report.paragraph(
      "The tightest level that every row of a group meets, a row counting for each criterion "
        .span, "that the ledger does not waive for it.".span)
    report.table(
      ["criterion", "tightest", "in force", "no ledger", "pinned by"],
      calibration.lines.filter { $0.rows > 0 }.map { line in
        [
          [Span("\(line.group.rawValue).\(line.factor.rawValue)")], [Span(phrase(line.level))],
          [inForce(line)],
          [Span(line.withoutLedger == line.level ? "same" : phrase(line.withoutLedger))],
          [Span("\(line.pinnedBy.count) of \(line.rows) rows")],
        ]
      })
    report.heading(3, "Levels that depend on few rows")
    report.bullets(
      calibration.lines.filter { (1...3).contains($0.pinnedBy.count) }.map { line in
        let rows = line.pinnedBy.count == 1 ? "one row" : "\(line.pinnedBy.count) rows"
        return [
          Span("\(line.group.rawValue).\(line.factor.rawValue)", .strong),
          Span(" on \(rows): \(line.pinnedBy.map(\.text).listed)"),
        ]
      })
    return report
  }

  private func phrase(_ level: Level?) -> String { level?.phrase ?? "none" }

  private func inForce(_ line: Calibration.Line) -> Span {
    guard let threshold = line.threshold else { return Span("–", .dim) }
    return threshold == line.level
      ? Span(threshold.phrase, .met) : Span("\(threshold.phrase), other", .warning)
  }

  // MARK: - JSON

  /// `rspmaint.calibration/1`
  package var json: some Encodable {
    JSON(
      lines: calibration.lines.map {
        JSON.Line(
          group: $0.group.rawValue, factor: $0.factor.rawValue, level: Nullable($0.level?.rawValue),
          threshold: Nullable($0.threshold?.rawValue),
          withoutLedger: Nullable($0.withoutLedger?.rawValue), pinnedBy: $0.pinnedBy.map(\.text),
          rows: $0.rows)
      })
  }

  private struct JSON: Encodable {
    struct Line: Encodable {
      let group: String
      let factor: String
      let level: Nullable<String>
      let threshold: Nullable<String>
      let withoutLedger: Nullable<String>
      let pinnedBy: [String]
      let rows: Int
    }

    let schema = "rspmaint.calibration/1"
    let lines: [Line]
  }
}

extension String {
  fileprivate var span: Span { Span(self) }
}
