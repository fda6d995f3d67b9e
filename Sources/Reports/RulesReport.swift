import Diagnostics
import PortfolioModel

/// The tool's own rules.
package struct RulesReport {
  package init() {}

  package var report: Report {
    var report = Report()
    report.heading(1, "Rules")
    report.table(
      ["rule", "severity", "what it finds"],
      RuleID.allCases.map { rule in
        [[Span(rule.rawValue)], [Span(rule.severity.rawValue)], [Span(rule.summary)]]
      })
    report.paragraph("\(RuleID.allCases.count) rules".asSpan)
    return report
  }

  // MARK: - JSON

  /// `rspmaint.rules/1`
  package var json: some Encodable {
    JSON(
      rules: RuleID.allCases.map { rule in
        switch rule.mirror {
        case .rule(let other):
          JSON.Rule(
            rule: rule.rawValue, severity: rule.severity.rawValue, summary: rule.summary,
            mirror: Nullable(other.rawValue), mirrorless: Nullable(nil))
        case .none(let reason):
          JSON.Rule(
            rule: rule.rawValue, severity: rule.severity.rawValue, summary: rule.summary,
            mirror: Nullable(nil), mirrorless: Nullable(reason))
        }
      })
  }

  private struct JSON: Encodable {
    struct Rule: Encodable {
      let rule: String
      let severity: String
      let summary: String
      let mirror: Nullable<String>
      let mirrorless: Nullable<String>
    }

    let schema = "rspmaint.rules/1"
    let rules: [Rule]
  }
}

extension String {
  fileprivate var asSpan: Span { Span(self) }
}
