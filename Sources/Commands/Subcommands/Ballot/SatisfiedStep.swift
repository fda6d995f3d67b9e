import ArgumentParser
import PortfolioModel
import Verbs

extension Rspmaint.Ballot {
  struct SatisfiedStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "satisfied",
      abstract: "Record whether a commenter is satisfied, with the message that says so.",
      usage: "rspmaint ballot satisfied <ID> <COMMENT> <WORD> --message <FILE>",
      discussion: """
        The message is kept as it came. What a commenter says of an answer changes no vote.

        Examples:
          rspmaint ballot satisfied cd-2 de-1 yes --message answer.eml
          rspmaint ballot satisfied cd-2 de-2 withdrawn --message letter.pdf
        """)

    /// The word as it is typed.
    enum Word: String, ExpressibleByArgument, CaseIterable {
      case yes, no, withdrawn

      var meaning: Satisfaction.Word {
        switch self {
        case .yes: .satisfied
        case .no: .notSatisfied
        case .withdrawn: .withdrawn
        }
      }
    }

    @OptionGroup var step: BallotStepOptions

    @Argument(help: ArgumentHelp("The comment, such as de-1.", valueName: "COMMENT"))
    var comment: Comment.ID

    @Argument(help: ArgumentHelp("yes, no or withdrawn.", valueName: "WORD"))
    var word: Word

    @Option(help: ArgumentHelp("The commenter's message.", valueName: "FILE"))
    var message: String

    func run() throws {
      try step.options.take { workspace, surroundings in
        try RecordSatisfaction(
          step.id, of: comment, word.meaning, message: Console.absolute(message), surroundings
        ).run(in: workspace)
      }
    }
  }
}
