import Diagnostics

/// Findings as GitLab's Code Quality report, which it compares between branches.
package struct GitLabQuality: Sendable {
  private let findings: [ReportedFinding]

  package init(_ findings: [ReportedFinding]) { self.findings = findings }

  package var json: some Encodable { findings.map(Issue.init) }

  private struct Issue: Encodable {
    struct Location: Encodable {
      struct Lines: Encodable { let begin: Int }

      let path: String
      let lines: Lines
    }

    let description: String
    let checkName: String
    let fingerprint: String
    let severity: String
    let location: Location

    enum CodingKeys: String, CodingKey {
      case description, fingerprint, severity, location
      case checkName = "check_name"
    }

    init(_ reported: ReportedFinding) {
      let finding = reported.finding
      description = reported.lines.joined(separator: "\n")
      checkName = finding.rule.rawValue
      fingerprint = reported.fingerprint
      severity =
        switch finding.severity {
        case .error: "major"
        case .warning: "minor"
        case .note: "info"
        }
      // A file as a whole has no line of its own there.
      location = Location(
        path: finding.location.path, lines: .init(begin: max(1, finding.location.line)))
    }
  }
}
