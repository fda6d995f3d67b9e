import ArgumentParser
import PortfolioModel
import Verbs

extension Rspmaint.Edition {
  struct CutStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "cut", abstract: "Freeze what the portfolio holds as a draft.",
      usage: "rspmaint edition cut <NAME> --stage <STAGE> [<options>]",
      discussion: """
        It is refused while a ballot is open, while there are errors, and while an entry of the \
        ledger was neither reviewed since the last edition nor is carried by name.

        Examples:
          rspmaint edition cut 2030-cd --stage CD
          rspmaint edition cut 2030-dis --stage DIS --carry all --dry-run
        """)

    @OptionGroup var step: EditionStepOptions

    @Argument(help: ArgumentHelp("What the draft is called: an id.", valueName: "NAME"))
    var name: Identifier

    @Option(help: ArgumentHelp("The stage of the draft.", valueName: "STAGE"))
    var stage: PortfolioModel.Edition.Stage

    @Option(help: ArgumentHelp("The draft's date (default: today).", valueName: "DATE"))
    var date: CalendarDate?

    @Option(
      parsing: .upToNextOption,
      help: ArgumentHelp(
        "Entries of the ledger that are kept without a review, or 'all'.", valueName: "ENTRY"))
    var carry: [Identifier] = []

    @Option(
      help: ArgumentHelp(
        "The commit since which the first edition is proved (default: all of the history).",
        valueName: "REVISION"))
    var since: String?

    func run() throws {
      let isAll = carry.contains { $0.text.utf8.elementsEqual("all".utf8) }
      try step.take { workspace, surroundings in
        try CutEdition(
          name,
          CutEdition.Request(
            stage: stage, date: date, carried: isAll ? .all : .entries(carry), since: since),
          maker: Rspmaint.version, surroundings
        ).run(in: workspace)
      }
    }
  }
}
