import ArgumentParser
import PortfolioModel
import Verbs

extension Rspmaint.Ballot {
  struct EndStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "end", abstract: "End voting: open the replies and share them.",
      usage: "rspmaint ballot end <ID> [--because <REASON>] [<options>]",
      discussion: """
        Voting ends on the closing date or later, or when all have answered; earlier only with \
        --because.

        Examples:
          rspmaint ballot end cd-2
          rspmaint ballot end cd-2 --because 'The meeting was moved.'
        """)

    @OptionGroup var step: BallotStepOptions

    @Option(help: ArgumentHelp("Why it ends early, in a sentence.", valueName: "REASON"))
    var because: String?

    @Option(
      help: ArgumentHelp(
        "A folder with kept replies, for those that are not sealed on this machine.",
        valueName: "FOLDER"), completion: .directory)
    var kept: String?

    func run() throws {
      try step.options.take { workspace, surroundings in
        try EndVoting(
          step.id, because: because, kept: kept.map(Console.absolute), surroundings
        ).run(in: workspace)
      }
    }
  }
}
