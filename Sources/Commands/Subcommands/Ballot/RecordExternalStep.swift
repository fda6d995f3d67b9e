import ArgumentParser
import PortfolioModel
import Verbs

extension Rspmaint.Ballot {
  struct RecordExternalStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "record-external",
      abstract: "Close a ballot by the result of a vote that another platform ran.",
      usage: """
        rspmaint ballot record-external <ID> --result <FILE>
               [--approved <NUMBERS>] [--disapproved <NUMBERS>]
        """,
      discussion: """
        The file is kept as it came. Every proposal of the ballot is named once; those that were \
        approved are accepted, as 'close' does.

        Examples:
          rspmaint ballot record-external dis --result votes.pdf --approved 3,7..9
          rspmaint ballot record-external dis --result votes.pdf --approved 3 --disapproved 4
        """)

    @OptionGroup var step: BallotStepOptions

    @Option(help: ArgumentHelp("The result, in whatever form it came.", valueName: "FILE"))
    var result: String

    @Option(help: ArgumentHelp("The proposals that were approved.", valueName: "NUMBERS"))
    var approved: [ProposalSelection] = []

    @Option(help: ArgumentHelp("The proposals that were not approved.", valueName: "NUMBERS"))
    var disapproved: [ProposalSelection] = []

    func run() throws {
      try step.close { workspace, surroundings in
        try RecordExternal(
          step.id, result: Console.absolute(result), approved: approved, disapproved: disapproved,
          surroundings
        ).run(in: workspace)
      }
    }
  }
}
