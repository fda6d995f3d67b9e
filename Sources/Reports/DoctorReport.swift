package import Diagnostics

/// How all that the tool works with stands, and what to type.
package struct DoctorReport {
  package struct Line: Sendable {
    let subject: String
    let standing: String
    let sentence: Hint
    let help: [Hint]

    package init(subject: String, standing: String, sentence: Hint, help: [Hint]) {
      self.subject = subject
      self.standing = standing
      self.sentence = sentence
      self.help = help
    }
  }

  private let tool: String
  private let version: String
  private let lines: [Line]
  private let isUsable: Bool
  private let wording: HintWording

  /// - Parameter isUsable: Whether there is a portfolio that verbs can work on.
  package init(
    tool: String, version: String, _ lines: [Line], isUsable: Bool, wording: @escaping HintWording
  ) {
    self.tool = tool
    self.version = version
    self.lines = lines
    self.isUsable = isUsable
    self.wording = wording
  }

  package var report: Report {
    var report = Report()
    report.heading(1, "\(tool) \(version)")
    let width = lines.map { $0.subject.utf8.count }.max() ?? 0
    report.blocks.append(
      .lines(
        lines.flatMap { line in
          let gap = String(repeating: " ", count: width - line.subject.utf8.count)
          return [
            [
              Span("\(line.subject)\(gap)  "), Span(line.standing, role(line.standing)),
              Span("  " + wording(line.sentence)),
            ]
          ] + line.help.map { [Span("  help: ", .dim), Span(wording($0))] }
        }))
    if !isUsable {
      report.paragraph(Span("No verb can work here until the portfolio is found and read."))
    }
    return report
  }

  private func role(_ standing: String) -> Role {
    switch standing {
    case "fails": .error
    case "works": .met
    default: .note
    }
  }

  // MARK: - JSON

  /// `rspmaint.doctor/1`
  package var json: some Encodable {
    JSON(
      version: version, isUsable: isUsable,
      checks: lines.map { line in
        JSON.Check(
          subject: line.subject, standing: line.standing, sentence: wording(line.sentence),
          help: line.help.map(wording))
      })
  }

  private struct JSON: Encodable {
    struct Check: Encodable {
      let subject: String
      let standing: String
      let sentence: String
      let help: [String]
    }

    let schema = "rspmaint.doctor/1"
    let version: String
    let isUsable: Bool
    let checks: [Check]
  }
}
