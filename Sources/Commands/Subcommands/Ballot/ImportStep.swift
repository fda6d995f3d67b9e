import ArgumentParser
import Diagnostics
import PortfolioModel
import Store
import Verbs

extension Rspmaint.Ballot {
  struct ImportStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Take a body's reply; it is sealed until voting ends.",
      usage: "rspmaint ballot import <ID> --voter <MEMBER> --vote <VOTE> [<options>]",
      discussion: """
        What is shared is a receipt: the body, the time and a digest that proves later that nothing \
        was changed. A later reply of the same body replaces the one before, while voting goes on.

        Examples:
          rspmaint ballot import cd-2 --voter example-member --vote approve
          rspmaint ballot import cd-2 --voter a-member --vote 3=approve,4=abstain
        """)

    @OptionGroup var step: BallotStepOptions

    @Option(
      help: ArgumentHelp("The member who answers for the body.", valueName: "MEMBER"),
      completion: Candidates.members)
    var voter: String

    @Option(
      help: ArgumentHelp(
        "The body, where the member answers for several.", valueName: "BODY"),
      completion: Candidates.bodies)
    var body: Identifier?

    @Option(
      help: ArgumentHelp(
        "approve, approve-with-comments, disapprove or abstain; or by proposal, as 3=approve.",
        valueName: "VOTE"))
    var vote: [String] = []

    @Option(
      help: ArgumentHelp(
        "A comment; with the proposal it is about, and its type: ge, te or ed.",
        valueName: "[NUMBER[:TYPE]=]TEXT"))
    var comment: [String] = []

    @Option(
      help: ArgumentHelp("A folder that keeps the reply too.", valueName: "FOLDER"),
      completion: .directory)
    var keep: String?

    func run() throws {
      try step.take { workspace, surroundings in
        let words = try ReplyWords(voter: voter, votes: vote, comments: comment)
        return try TakeReply(
          step.id, by: words.voter, of: body, votes: words.votes, comments: words.comments,
          keeping: keep.map(Console.absolute), salt: Console.salt(), surroundings
        ).run(in: workspace)
      }
    }
  }
}
