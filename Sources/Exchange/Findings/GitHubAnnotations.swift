import Diagnostics
import Reports

/// Findings as GitHub's workflow commands, one a line, which its runner shows beside the code.
package struct GitHubAnnotations: Sendable {
  private let findings: [ReportedFinding]

  package init(_ findings: [ReportedFinding]) { self.findings = findings }

  package var text: String { findings.map { GitHubAnnotations.command($0) + "\n" }.joined() }

  private static func command(_ reported: ReportedFinding) -> String {
    let finding = reported.finding
    let command =
      switch finding.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    let place = finding.location
    let properties =
      [("file", DisplayText.line(place.path))]
      + (place.line > 0 ? [("line", "\(place.line)"), ("col", "\(place.column)")] : [])
      + [("title", finding.rule.rawValue)]
    return "::\(command) "
      + properties.map { "\($0.0)=\(escaped($0.1, inProperty: true))" }.joined(separator: ",")
      + "::" + escaped(reported.lines.joined(separator: "\n"), inProperty: false)
  }

  /// The text with the characters escaped that would end it, as the runner decodes them.
  private static func escaped(_ text: String, inProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where inProperty: result += "%3A"
      case "," where inProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
