package import Diagnostics
import PortfolioModel

/// The tool's own rules.
package struct RulesReport {
  private let rules: [RuleID]
  private let isCatalogue: Bool
  private let wording: HintWording

  /// - Parameter rules: Those that are asked for; nil for all.
  /// - Parameter isCatalogue: Whether each comes with an example and with what to do.
  package init(
    _ rules: [RuleID]? = nil, isCatalogue: Bool, wording: @escaping HintWording
  ) {
    self.rules = rules ?? RuleID.allCases
    self.isCatalogue = isCatalogue
    self.wording = wording
  }

  package var report: Report { isCatalogue ? catalogue : list }

  private var catalogue: Report {
    var report = Report()
    report.heading(1, "Rules")
    report.paragraph("The rules that findings name, each with an example and with what to do.")
    for rule in rules {
      report.heading(2, rule.rawValue)
      let phrase = rule.summary
      report.paragraph(
        Span(rule.severity.rawValue, .strong),
        Span(": \(phrase.prefix(1).uppercased() + phrase.dropFirst())."))
      report.bullets([
        [Span("Example: \(rule.guidance.example)")],
        [Span("What to do: \(wording(rule.guidance.remedy))")],
      ])
    }
    return report
  }

  private var list: Report {
    var report = Report()
    report.heading(1, "Rules")
    report.table(
      ["rule", "severity", "what it finds"],
      rules.map { rule in
        [[Span(rule.rawValue)], [Span(rule.severity.rawValue)], [Span(rule.summary)]]
      })
    report.paragraph(Span(rules.count.counted("rule")))
    return report
  }

  // MARK: - JSON

  /// `rspmaint.rules/1`
  package var json: some Encodable {
    JSON(
      rules: rules.map { rule in
        let (mirror, reason): (String?, String?) =
          switch rule.mirror {
          case .rule(let other): (other.rawValue, nil)
          case .none(let reason): (nil, reason)
          }
        return JSON.Rule(
          rule: rule.rawValue, severity: rule.severity.rawValue, summary: rule.summary,
          example: rule.guidance.example, remedy: wording(rule.guidance.remedy),
          mirror: Nullable(mirror), mirrorless: Nullable(reason))
      })
  }

  private struct JSON: Encodable {
    struct Rule: Encodable {
      let rule: String
      let severity: String
      let summary: String
      let example: String
      let remedy: String
      let mirror: Nullable<String>
      let mirrorless: Nullable<String>
    }

    let schema = "rspmaint.rules/1"
    let rules: [Rule]
  }
}
