import ArgumentParser
import PortfolioModel
import Verbs

extension Rspmaint.Edition {
  struct ConfirmStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "confirm",
      abstract: "Record a systematic review that confirmed the edition.",
      usage: "rspmaint edition confirm [<options>]",
      discussion: """
        Examples:
          rspmaint edition confirm
          rspmaint edition confirm --review-due 2035-01-31 --because 'Resolution 4.'
        """)

    @OptionGroup var step: EditionStepOptions

    @Option(help: ArgumentHelp("The day of the review (default: today).", valueName: "DATE"))
    var date: CalendarDate?

    @Option(
      help: ArgumentHelp("When the next one is due (default: after 5 years).", valueName: "DATE"))
    var reviewDue: CalendarDate?

    @Option(help: ArgumentHelp("Why, in a sentence.", valueName: "REASON"))
    var because: String?

    func run() throws {
      try step.take { workspace, surroundings in
        try ConfirmEdition(date: date, due: reviewDue, because: because, surroundings)
          .run(in: workspace)
      }
    }
  }
}
