import ArgumentParser
import PortfolioModel
import Verbs

extension Rspmaint.Ballot {
  struct LostStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lost",
      abstract: "Declare a body's reply lost, so that voting can end without it.",
      usage: "rspmaint ballot lost <ID> <BODY> --because <REASON> [--kept <FOLDER>]",
      discussion: """
        It is meant for replies of which there is a receipt, and that neither this machine nor a folder \
        holds any more. What is declared stays on record with its reason; what is found is still counted, \
        and while voting goes on the body can answer anew.

        Examples:
          rspmaint ballot lost cd-2 de --because 'The disk broke.'
          rspmaint ballot lost cd-2 de --because 'It broke.' --kept replies
        """)

    @OptionGroup var step: BallotStepOptions

    @Argument(
      help: ArgumentHelp("The body, by its id.", valueName: "BODY"), completion: Candidates.bodies)
    var body: Identifier

    @Option(help: ArgumentHelp("Why nobody can open it, in a sentence.", valueName: "REASON"))
    var because: String

    @Option(
      help: ArgumentHelp(
        "A folder with kept replies, which is searched too.", valueName: "FOLDER"),
      completion: .directory)
    var kept: String?

    func run() throws {
      try step.options.take { workspace, surroundings in
        try DeclareLost(
          step.id, of: body, because: because, kept: kept.map(Console.absolute), surroundings
        ).run(in: workspace)
      }
    }
  }
}
