import ArgumentParser
import Diagnostics
import Reports
import Store
import Verbs

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

        The formats sarif, junit, github and gitlab are for pipelines: hosts show them beside the \
        lines that they are about.

        Examples:
          rspmaint validate example-code-set 2 --notes
          rspmaint validate --rev main --fail-on warning --format json
          rspmaint validate --format sarif --output findings.sarif
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var revision: RevisionOption
    @OptionGroup var output: PageOptions<FindingsFormat>

    @Argument(
      help: ArgumentHelp(
        "Standards by id or name, proposals by number, files or folders.", valueName: "WHAT"),
      completion: Candidates.subjects)
    var subjects: [String] = []

    @Flag(help: "Check what is staged, to be committed next, instead of the worktree.")
    var staged = false

    @Option(
      help: ArgumentHelp(
        "Leave out the findings that this revision had already.", valueName: "REVISION"))
    var since: String?

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
      if staged, revision.revision != nil {
        throw ValidationError("--staged and --rev exclude each other.")
      }
    }

    func run() throws {
      let workspace = try global.workspace()
      workspace.prepareHistory()
      let outcome = try ValidateFiles(
        subjects, from: Console.currentDirectory,
        of: staged ? .staged(index: Console.index) : revision.source, since: since,
        findsNotes: notes || output.format == .json, global.surroundings
      ).run(in: workspace)
      Lasting.keep(outcome)
      try output.print(
        outcome, about: subjects, notes: notes ? .shown : quiet ? .hidden : .counted,
        failing: failOn)
      if failOn.fails(outcome.findings) { throw ExitStatus.findings }
    }
  }
}
