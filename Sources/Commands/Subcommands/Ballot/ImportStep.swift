import ArgumentParser
import Diagnostics
import PortfolioModel
import Store
import Verbs

extension Rspmaint.Ballot {
  struct ImportStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Take bodies' replies; they are sealed until voting ends.",
      usage: """
        rspmaint ballot import <ID> <FILE> ... [--voter <MEMBER>] [<options>]
               rspmaint ballot import <ID> --voter <MEMBER> --vote <VOTE>
        """,
      discussion: """
        Forms come as Word documents or CSV; their first column names the body, or --voter the member \
        who answers. A cell that can't be understood is a finding, and the rest is taken. What is shared \
        is a receipt: the body, the time and a digest that proves later that nothing was changed. A \
        later reply replaces the one before, while voting goes on.

        Examples:
          rspmaint ballot import cd-2 de-votes.docx de-comments.docx fr.csv
          rspmaint ballot import cd-2 votes.docx --voter example-member --keep replies
          rspmaint ballot import cd-2 us.csv --voter a-member --vote approve
          rspmaint ballot import cd-2 --voter a-member --vote 3=approve,4=abstain
        """)

    @OptionGroup var step: BallotStepOptions

    @Argument(
      help: ArgumentHelp("Voting and comment forms that came back.", valueName: "FILE"),
      completion: .file())
    var files: [String] = []

    @Option(
      help: ArgumentHelp("The member who answers for the body.", valueName: "MEMBER"),
      completion: Candidates.members)
    var voter: String?

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
      help: ArgumentHelp("A folder that keeps the reply and its forms too.", valueName: "FOLDER"),
      completion: .directory)
    var keep: String?

    func validate() throws {
      guard voter != nil || !files.isEmpty && vote.isEmpty && comment.isEmpty else {
        throw ValidationError(
          files.isEmpty ? "Name the forms, or say who answers: --voter." : "Say who votes: --voter."
        )
      }
    }

    func run() throws {
      try step.options.take { workspace, surroundings in
        let words = try voter.map {
          try ReplyWords(voter: $0, votes: vote, comments: comment)
        }
        let keep = keep.map(Console.absolute)
        if files.isEmpty, let words {
          return try TakeReply(
            step.id, by: words.voter, of: body, votes: words.votes, comments: words.comments,
            keeping: keep, salt: Console.salt(), surroundings
          ).run(in: workspace)
        }
        return try TakeForms(
          step.id, files.map(Console.absolute), by: words, of: body, keeping: keep,
          salt: { Console.salt() }, surroundings
        ).run(in: workspace)
      }
    }
  }
}
