import ArgumentParser
import Diagnostics
import Exchange
import Reports
import Verbs

enum FindingsFormat: String, PageFormat {
  case text, markdown, json, sarif, junit, github, gitlab
}

enum FailureThreshold: String, ExpressibleByArgument, CaseIterable {
  case error, warning, never

  /// The least severity that fails; nil for none.
  var severity: Severity? {
    switch self {
    case .error: .error
    case .warning: .warning
    case .never: nil
    }
  }

  func fails(_ diagnostics: [Diagnostic]) -> Bool {
    severity.map { least in diagnostics.contains { $0.severity >= least } } ?? false
  }
}

extension PageOptions<FindingsFormat> {
  /// Prints what was found.
  ///
  /// - Parameter subjects: What the findings are about, as it was typed; none for all there is.
  func print(
    _ outcome: ValidateFiles.Outcome, about subjects: [String], notes: FindingsReport.Notes,
    failing: FailureThreshold
  ) throws {
    let report = FindingsReport(
      outcome.findings, standards: outcome.validation.standards,
      proposals: outcome.validation.proposals, about: subjects, notes: notes,
      exceptions: outcome.exceptions, wording: \.text)
    switch format {
    case .text: try print(terminalText(report.report))
    case .markdown: try print(MarkdownRenderer().render(report.report))
    case .json: try print(JSONText.of(report.json))
    case .sarif, .junit, .github, .gitlab:
      let reported = zip(outcome.findings, outcome.fingerprints)
        .filter { finding, _ in notes == .shown || finding.severity > .note }
        .map { ReportedFinding($0, fingerprint: $1, wording: \.text) }
      try print(hosted(reported, of: outcome.paths, failing: failing))
    }
  }

  /// The text for a host or another program.
  private func hosted(
    _ findings: [ReportedFinding], of paths: [String], failing: FailureThreshold
  ) throws -> String {
    switch format {
    case .junit: JUnitReport(findings, of: paths, failing: failing.severity).xml
    case .github: GitHubAnnotations(findings).text
    case .gitlab: try JSONText.of(GitLabQuality(findings).json)
    default: try JSONText.of(SARIFLog(findings, version: Rspmaint.version).json)
    }
  }
}
