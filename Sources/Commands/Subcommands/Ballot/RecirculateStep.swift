import ArgumentParser
import PortfolioModel
import Verbs

extension Rspmaint.Ballot {
  struct RecirculateStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "recirculate",
      abstract: "Vote once more on what was changed in answer to comments.",
      usage: "rspmaint ballot recirculate <ID> --closes <DATE> [<options>]",
      discussion: """
        It asks about the proposals that were changed beyond words since they were voted on. Votes \
        that were given stay on record, and a body that does not answer keeps its vote.

        Examples:
          rspmaint ballot recirculate cd-2 --closes 2030-04-30
          rspmaint ballot recirculate cd-2 --closes 2030-04-30 --dry-run
        """)

    @OptionGroup var step: BallotStepOptions

    @Option(help: ArgumentHelp("The last day of voting.", valueName: "DATE"))
    var closes: CalendarDate

    func run() throws {
      try step.options.take { workspace, surroundings in
        try RecirculateBallot(step.id, until: closes, by: .ours, surroundings).run(in: workspace)
      }
    }
  }
}
