import ArgumentParser
import Diagnostics
import History
import Records
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
      commandName: "validate",
      abstract: "Check records, overrides, use cases, criteria and proposals.",
      usage: "rspmaint validate [<WHAT> ...] [<options>]",
      discussion: """
        Prints every error and warning, or those on some standards, proposals, files or folders, \
        and counts the exceptions in force and the notes. Exits with 1 if an error is among them, \
        or a finding that --fail-on names.

        Examples:
          rspmaint validate example-code-set 2 --notes
          rspmaint validate --rev main --fail-on warning --format json
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var revision: RevisionOption
    @OptionGroup var output: ReportOptions

    @Argument(
      help: ArgumentHelp(
        "Standards by id or name, proposals by number, files or folders.", valueName: "WHAT"),
      completion: Candidates.subjects)
    var subjects: [String] = []

    @Option(
      help: ArgumentHelp(
        "The least severity that makes the command fail.", valueName: "SEVERITY"))
    var failOn = FailureThreshold.error

    @Flag(help: "Show the notes and the exceptions in force.")
    var notes = false

    @Flag(help: "Do not even count the notes and the exceptions.")
    var quiet = false

    func validate() throws {
      if notes, quiet { throw ValidationError("--notes and --quiet exclude each other.") }
    }

    func run() throws {
      let workspace = try global.workspace()
      workspace.prepareHistory()
      let snapshot = try revision.snapshot(workspace)
      let validation = Validation(
        snapshot, today: global.surroundings.today,
        evidence: try ReviewEvidence(
          snapshot, at: revision.source, in: workspace, global.surroundings),
        findsNotes: notes || output.format == .json)
      let findings = try chosen(validation.diagnostics, in: snapshot, workspace)
      let report = FindingsReport(
        findings, standards: validation.standards, proposals: validation.proposals,
        about: subjects, notes: notes ? .shown : quiet ? .hidden : .counted,
        exceptions: subjects.isEmpty ? validation.exceptions : [], wording: \.text)
      try output.print(report.report, json: report.json)
      if failOn.fails(findings) { throw ExitStatus.findings }
    }

    private func chosen(
      _ findings: [Diagnostic], in snapshot: Snapshot, _ workspace: borrowing Workspace
    ) throws -> [Diagnostic] {
      guard !subjects.isEmpty else { return findings }
      let directory = Console.currentDirectory
      let words = try subjects.map { word in
        word.contains("/") ? try workspace.below(word, from: directory) : word
      }
      let scope = try FindingScope(words, in: snapshot)
      return findings.filter(scope.holds)
    }
  }
}
