import ArgumentParser
import Diagnostics
import History
import Reports
import Store
import Verbs

enum FailureThreshold: String, ExpressibleByArgument, CaseIterable {
  case error, warning, never

  func fails(_ diagnostics: [Diagnostic]) -> Bool {
    switch self {
    case .never: false
    case .error: diagnostics.count(.error) > 0
    case .warning: diagnostics.count(.error) + diagnostics.count(.warning) > 0
    }
  }
}

extension Rspmaint {
  struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check records, overrides, use cases, criteria and proposals.",
      usage: "rspmaint validate [<options>]",
      discussion: """
        Exits with 1 if there is an error, or a finding that --fail-on names.

        Examples:
          rspmaint validate --quiet
          rspmaint validate --rev main --fail-on warning --format json
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var revision: RevisionOption
    @OptionGroup var output: ReportOptions

    @Option(
      help: ArgumentHelp(
        "The least severity that makes the command fail.", valueName: "SEVERITY"))
    var failOn = FailureThreshold.error

    @Flag(help: "Do not show notes.")
    var quiet = false

    func run() throws {
      let workspace = try global.workspace()
      let snapshot = try revision.snapshot(workspace)
      let validation = Validation(
        snapshot, today: global.surroundings.today,
        evidence: try ReviewEvidence(
          snapshot, at: revision.source, in: workspace, global.surroundings))
      let report = FindingsReport(
        validation.diagnostics, standards: validation.standards, proposals: validation.proposals,
        hidesNotes: quiet, wording: \.text)
      try output.print(report.report, json: report.json)
      if failOn.fails(validation.diagnostics) { throw ExitStatus.findings }
    }
  }
}
