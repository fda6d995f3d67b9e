package import Diagnostics
import PortfolioModel

/// Findings, a line each with what to type below, and a sentence that counts them.
package struct FindingsReport {
  private let diagnostics: [Diagnostic]
  private let hidesNotes: Bool
  private let standards: Int
  private let proposals: Int
  private let wording: HintWording
  private let subjects: [String]

  /// - Parameter subjects: What the findings are about, as it was typed; none for all there is.
  /// - Parameter hidesNotes: Whether notes are counted and not shown.
  package init(
    _ diagnostics: [Diagnostic], standards: Int, proposals: Int,
    about subjects: [String] = [], hidesNotes: Bool = false,
    wording: @escaping HintWording
  ) {
    self.diagnostics = diagnostics
    self.hidesNotes = hidesNotes
    self.wording = wording
    self.subjects = subjects
    self.standards = standards
    self.proposals = proposals
  }

  package var report: Report {
    var report = Report()
    let lines = shown.flatMap { FindingsReport.lines($0, wording) }
    if !lines.isEmpty { report.blocks.append(.lines(lines)) }
    report.paragraph(Span(summary))
    return report
  }

  private var shown: [Diagnostic] {
    hidesNotes ? diagnostics.filter { $0.severity > .note } : diagnostics
  }

  /// `path:line:column: error: phrase [rule-id]`, then help.
  package static func lines(_ diagnostic: Diagnostic, _ wording: HintWording) -> [[Span]] {
    let role: Role =
      switch diagnostic.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    return [
      [
        Span(diagnostic.location.text + ": ", .strong), Span(diagnostic.severity.rawValue, role),
        Span(": \(diagnostic.message) "), Span("[\(diagnostic.rule.rawValue)]", .dim),
      ]
    ] + diagnostic.help.map { [Span("  help: ", .dim), Span(wording($0))] }
  }

  private var summary: String {
    func count(_ number: Int, _ word: String) -> String {
      "\(number == 0 ? "no" : String(number)) \(word)\(number == 1 ? "" : "s")"
    }
    let counts = Severity.allCases.reversed().map { severity in
      count(diagnostics.count(severity), severity.rawValue)
    }
    let whole = [count(standards, "standard"), count(proposals, "proposal")]
    return "\((subjects.isEmpty ? whole : subjects).listed): \(counts.listed)"
  }

  // MARK: - JSON

  /// `rspmaint.validate/1`
  package var json: some Encodable {
    JSON(
      summary: JSON.Summary(
        standards: standards, proposals: proposals, errors: diagnostics.count(.error),
        warnings: diagnostics.count(.warning), notes: diagnostics.count(.note)),
      findings: shown.map { FindingJSON($0, wording) })
  }

  private struct JSON: Encodable {
    struct Summary: Encodable {
      let standards: Int
      let proposals: Int
      let errors: Int
      let warnings: Int
      let notes: Int
    }

    let schema = "rspmaint.validate/1"
    let summary: Summary
    let findings: [FindingJSON]
  }
}

/// A finding as every JSON report holds it.
struct FindingJSON: Encodable, Sendable {
  let rule: String
  let severity: String
  let path: String
  let line: Int
  let column: Int
  let standard: Nullable<String>
  let message: String
  let help: [String]

  init(_ diagnostic: Diagnostic, _ wording: HintWording) {
    rule = diagnostic.rule.rawValue
    severity = diagnostic.severity.rawValue
    path = diagnostic.location.path
    line = diagnostic.location.line
    column = diagnostic.location.column
    standard = Nullable(diagnostic.standard)
    message = diagnostic.message
    help = diagnostic.help.map(wording)
  }
}

extension SourceLocation {
  /// `path:line:column`, or the path alone for a file as a whole.
  package var text: String { line == 0 ? path : "\(path):\(line):\(column)" }
}
