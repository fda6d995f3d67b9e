package import Diagnostics
package import Reports

/// A finding as programs take it in that show findings where people look: hosts, pipelines, editors.
package struct ReportedFinding: Sendable {
  let finding: Diagnostic
  /// What identifies it across runs, also where lines above it come or go: hexadecimal digits.
  let fingerprint: String
  /// What the reader can do, a line each.
  let help: [String]

  package init(_ finding: Diagnostic, fingerprint: String, wording: HintWording) {
    self.finding = finding
    self.fingerprint = fingerprint
    help = finding.help.map { DisplayText.line(wording($0)) }
  }

  /// The message on one line.
  var message: String { DisplayText.line(finding.message) }

  /// The message, and below it what the reader can do.
  var lines: [String] { [message] + help.map { "help: " + $0 } }
}
