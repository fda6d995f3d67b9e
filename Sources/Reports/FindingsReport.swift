package import Diagnostics
import PortfolioModel

/// Findings, a line each with what to type below, and a sentence that counts them; what is graver
/// comes first.
package struct FindingsReport {
  /// What is said of notes.
  package enum Notes: Sendable {
    case shown, counted, hidden
  }

  private let diagnostics: [Diagnostic]
  private let notes: Notes
  /// The exceptions in force, a line each; none where the findings are about a part of the portfolio.
  private let exceptions: [String]
  private let standards: Int
  private let proposals: Int
  private let wording: HintWording
  private let subjects: [String]

  /// - Parameter subjects: What the findings are about, as it was typed; none for all there is.
  package init(
    _ diagnostics: [Diagnostic], standards: Int, proposals: Int,
    about subjects: [String] = [], notes: Notes = .counted, exceptions: [String] = [],
    wording: @escaping HintWording
  ) {
    self.diagnostics = diagnostics
    self.notes = notes
    self.exceptions = exceptions
    self.wording = wording
    self.subjects = subjects
    self.standards = standards
    self.proposals = proposals
  }

  package var report: Report {
    var report = Report()
    let least: Severity = notes == .shown ? .note : .warning
    var lines = Severity.allCases.reversed().filter { $0 >= least }.flatMap { severity in
      diagnostics.filter { $0.severity == severity }.flatMap { FindingsReport.lines($0, wording) }
    }
    if notes == .shown { lines += exceptions.map { [Span("in force: ", .dim), Span($0)] } }
    if !lines.isEmpty { report.blocks.append(.lines(lines)) }
    if notes == .counted, let standing { report.paragraph(Span(wording(standing))) }
    report.paragraph(Span(summary))
    return report
  }

  /// How many exceptions are in force and how many notes there are; nil where there are none.
  private var standing: Hint? {
    let count = diagnostics.count(.note)
    let counts =
      (exceptions.isEmpty ? [] : [exceptions.count.counted("exception") + " in force"])
      + (count == 0 ? [] : [count.counted("standing note")])
    guard !counts.isEmpty else { return nil }
    let them = exceptions.count + count == 1 ? "it" : "them"
    return "\(counts.conjunction): \(flag: .notes) shows \(them)"
  }

  private var inData: [Diagnostic] {
    notes == .hidden ? diagnostics.filter { $0.severity > .note } : diagnostics
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
      findings: inData.map { FindingJSON($0, wording) })
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
