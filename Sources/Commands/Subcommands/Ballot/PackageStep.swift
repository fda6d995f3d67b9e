import ArgumentParser
import Diagnostics
import PortfolioModel
import Reports
import Verbs

extension Rspmaint.Ballot {
  struct PackageStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "package",
      abstract: "Make what goes to the voters, or prove that it is what was sent.",
      usage: """
        rspmaint ballot package <ID> --output <FOLDER|FILE.zip> [--issue <N>]
               rspmaint ballot package <ID> --check
        """,
      discussion: """
        It is made from what the ballot froze: a letter, the report, the tables as they would print, \
        the voting form and the comment form, these as Word documents and as CSV. The same bytes come \
        out each time; ballot.yml keeps their digests, and --check compares with them. When voting is \
        extended or begins anew, there is another package; those that were sent before can still be \
        made and proved. A later round has what changed since the vote besides, and in its letter the \
        negative votes that stand.

        Examples:
          rspmaint ballot package cd-2 --output cd-2.zip
          rspmaint ballot package cd-2 --issue 1 --output first.zip
          rspmaint ballot package cd-2 --check
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var revision: RevisionOption

    @Argument(
      help: ArgumentHelp("The ballot's id.", valueName: "ID"), completion: Candidates.ballots)
    var id: Identifier

    @Option(
      help: ArgumentHelp(
        "A new folder, or a new file whose name ends in .zip.", valueName: "FOLDER|FILE.zip"),
      completion: .file())
    var output: String?

    @Option(
      help: ArgumentHelp(
        "Which of the packages that were sent, from 1 (default: the last one).", valueName: "N"))
    var issue: Int?

    @Flag(help: "Make all that was sent again and compare it with the digests.")
    var check = false

    func validate() throws {
      guard check == (output == nil) else {
        throw ValidationError(
          check ? "--check and --output exclude each other." : "Give --output, or --check.")
      }
      guard !check || issue == nil else {
        throw ValidationError("--check proves all packages: leave out --issue.")
      }
    }

    func run() throws {
      let workspace = try global.workspace()
      let read = try ReadBallot(id, in: try revision.snapshot(workspace), global.surroundings)
      let verb = PackageBallot(read, by: .ours, global.surroundings)
      let sentences =
        if let output {
          try verb.write(issue, to: output, in: workspace)
        } else {
          try verb.check(in: workspace)
        }
      for sentence in sentences { Console.print(DisplayText.line(sentence.text) + "\n") }
    }
  }
}

extension PackageMaker {
  /// This tool.
  static let ours = PackageMaker(version: Rspmaint.version, wording: { $0.text })
}
