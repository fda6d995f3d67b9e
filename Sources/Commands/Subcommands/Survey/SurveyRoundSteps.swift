import ArgumentParser
import PortfolioModel
import Reports
import Store
import Verbs

extension Rspmaint.Survey {
  struct CloseStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "close", abstract: "End the round: open the answers and share them.",
      usage: "rspmaint survey close <ID> [--because <REASON>] [<options>]",
      discussion: """
        A round ends on its closing date or later, or when all who were invited have answered; earlier \
        only with --because.

        Examples:
          rspmaint survey close use-2030
          rspmaint survey close use-2030 --because 'The meeting was moved.'
        """)

    @OptionGroup var step: SurveyStepOptions

    @Option(help: ArgumentHelp("Why it ends early, in a sentence.", valueName: "REASON"))
    var because: String?

    @Option(
      help: ArgumentHelp(
        "A folder with kept answers, for those that are not sealed on this machine.",
        valueName: "FOLDER"), completion: .directory)
    var kept: String?

    func run() throws {
      try step.options.take { workspace, surroundings in
        try CloseSurvey(
          step.id, because: because, kept: kept.map(Console.absolute), surroundings
        ).run(in: workspace)
      }
    }
  }

  struct RoundStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "round", abstract: "Ask again what the experts do not agree on.",
      usage: "rspmaint survey round <ID> --closes <DATE> [<options>]",
      discussion: """
        Examples:
          rspmaint survey round use-2030 --closes 2030-03-31
          rspmaint survey round use-2030 --closes 2030-03-31 --dry-run
        """)

    @OptionGroup var step: SurveyStepOptions

    @Option(help: ArgumentHelp("The last day of the round.", valueName: "DATE"))
    var closes: CalendarDate

    func run() throws {
      try step.options.take { workspace, surroundings in
        try RepeatSurvey(step.id, closes: closes, surroundings).run(in: workspace)
      }
    }
  }

  struct SealStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "seal", abstract: "Move what is sealed on this machine to another one.",
      usage: "rspmaint survey seal (export | import) <FILE> [<options>]",
      discussion: """
        The file holds the sealed answers of all surveys, and the names of the experts, in clear: \
        whoever has it can read who answered what. What is imported has to fit the receipts, and \
        nothing that differs is overwritten.

        Examples:
          rspmaint survey seal export seal.zip
          rspmaint survey seal import seal.zip
        """)

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("export or import.", valueName: "WAY"))
    var way: MoveSeal.Way

    @Argument(help: ArgumentHelp("The file.", valueName: "FILE"))
    var file: String

    func run() throws {
      let workspace = try global.workspace(writes: true)
      let verb = MoveSeal(way, Console.absolute(file), for: .surveys, global.surroundings)
      for sentence in try verb.run(in: workspace) {
        Console.print(DisplayText.line(sentence.text) + "\n")
      }
    }
  }
}
