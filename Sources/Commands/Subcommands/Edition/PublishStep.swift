import ArgumentParser
import PortfolioModel
import Verbs

extension Rspmaint.Edition {
  struct PublishStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "publish", abstract: "Publish the last draft under the publisher's name.",
      usage: """
        rspmaint edition publish <NAME> --as <TITLE> --number <NUMBER>
                                        [<options>]
        """,
      discussion: """
        What is published is what was cut. A corrected version starts from the tag of the edition \
        that it corrects, and rates nothing anew.

        Examples:
          rspmaint edition publish 2030-fdis --as 'ISO 12345:2030' --number 2
          rspmaint edition publish amd-1 --as 'Amd 1' --number 2 --kind amendment
        """)

    @OptionGroup var step: EditionStepOptions

    @Argument(help: ArgumentHelp("The draft that is published.", valueName: "NAME"))
    var name: Identifier

    @Option(
      name: .customLong("as"),
      help: ArgumentHelp("What the publisher calls it.", valueName: "TITLE"))
    var title: String

    @Option(help: ArgumentHelp("The number of the edition.", valueName: "NUMBER"))
    var number: Int

    @Option(help: ArgumentHelp("What it is to the edition before.", valueName: "KIND"))
    var kind = PortfolioModel.Edition.Kind.revision

    @Option(help: ArgumentHelp("The day of publication (default: today).", valueName: "DATE"))
    var date: CalendarDate?

    @Option(
      help: ArgumentHelp(
        "When the systematic review of a revision is due (default: after 5 years).",
        valueName: "DATE"))
    var reviewDue: CalendarDate?

    func run() throws {
      try step.take { workspace, surroundings in
        try PublishEdition(
          name,
          PublishEdition.Request(
            title: title, number: number, kind: kind, date: date, reviewDue: reviewDue),
          maker: Rspmaint.version, surroundings
        ).run(in: workspace)
      }
    }
  }
}
