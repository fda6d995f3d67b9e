import ArgumentParser
import Diagnostics
import Reports
import Verbs

extension Rspmaint.Changelog {
  struct Correct: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "correct",
      abstract: "Add a correction to what the changelog says of an accepted proposal.",
      usage: "rspmaint changelog correct <NUMBER> --text <TEXT> [<options>]",
      discussion: """
        Examples:
          rspmaint changelog correct 3 --text 'It was the tooling, not the adoption.'
          rspmaint changelog correct 3 --text 'A typo.' --dry-run
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var git: GitOptions
    @OptionGroup var rehearsal: DryRunOption

    @Argument(help: ArgumentHelp("The proposal's number.", valueName: "NUMBER"))
    var number: Int

    @Option(help: ArgumentHelp("The correction, in a sentence.", valueName: "TEXT"))
    var text: String

    func run() throws {
      let workspace = try global.workspace(writes: true)
      let surroundings = rehearsal.applied(to: git.applied(to: global.surroundings))
      let outcome = try CorrectChangelog(number, text: text, surroundings).run(in: workspace)
      if rehearsal.dryRun { WrittenSummary.announceRehearsal() }
      Console.print(DisplayText.line(outcome.line) + "\n")
      if !rehearsal.dryRun { Console.print("Committed as \(outcome.commit.prefix(10)).\n") }
      for path in outcome.kept {
        Console.printNote("kept \(path): it changed while this ran; the commit holds the new one")
      }
    }
  }
}
