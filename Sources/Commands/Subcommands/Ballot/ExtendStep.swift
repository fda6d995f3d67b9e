import ArgumentParser
import PortfolioModel
import Verbs

extension Rspmaint.Ballot {
  struct ExtendStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "extend", abstract: "Give the bodies more time to vote.",
      usage: "rspmaint ballot extend <ID> --closes <DATE> --because <REASON>",
      discussion: """
        Examples:
          rspmaint ballot extend cd-2 --closes 2030-02-28 --because 'Too short.'
          rspmaint ballot extend cd-2 --closes 2030-02-28 --because Holidays --dry-run
        """)

    @OptionGroup var step: BallotStepOptions

    @Option(help: ArgumentHelp("The new last day of voting.", valueName: "DATE"))
    var closes: CalendarDate

    @Option(help: ArgumentHelp("Why, in a sentence.", valueName: "REASON"))
    var because: String

    func run() throws {
      try step.options.take { workspace, surroundings in
        try ChangeBallot(
          step.id, .extend(to: closes, by: .ours), because: because, surroundings
        ).run(in: workspace)
      }
    }
  }

  struct CancelStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "cancel", abstract: "Give a ballot up, which frees its proposals.",
      usage: "rspmaint ballot cancel <ID> --because <REASON> [<options>]",
      discussion: """
        Examples:
          rspmaint ballot cancel cd-2 --because 'The wrong proposals were balloted.'
          rspmaint ballot cancel cd-2 --because 'It starts anew.' --dry-run
        """)

    @OptionGroup var step: BallotStepOptions

    @Option(help: ArgumentHelp("Why, in a sentence.", valueName: "REASON"))
    var because: String

    func run() throws {
      try step.options.take { workspace, surroundings in
        try ChangeBallot(step.id, .cancel, because: because, surroundings).run(in: workspace)
      }
    }
  }
}
