import ArgumentParser
import Diagnostics
import PortfolioModel
import Store
import Verbs

extension Rspmaint.Ballot {
  struct DisposeStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "dispose", abstract: "Record what the committee answers to comments.",
      usage: """
        rspmaint ballot dispose <ID> <COMMENT> ... <ANSWER> [<options>]
               rspmaint ballot dispose <ID> <COMMENT> ... --same-as <COMMENT>
               rspmaint ballot dispose <ID> --from <FILE> [--agreed <MEETING>]
        """,
      discussion: """
        The answers are accepted, accepted-in-principle, noted, rejected, out-of-scope, deferred and \
        withdrawn; each but accepted has a reason. Without --agreed an answer is proposed, and does \
        not count yet. Answers stay on record and the newest counts; one that takes the place of an \
        agreed one says why by --reopened. --from takes all answers of a comment form at once: the \
        last column begins with the answer, as in "Rejected: See the survey."

        Examples:
          rspmaint ballot dispose cd-2 de-1 accepted --agreed 'Plenary, 2030-03-01'
          rspmaint ballot dispose cd-2 de-2 fr-1 rejected --because 'See the survey.'
          rspmaint ballot dispose cd-2 us-1 --same-as de-2
          rspmaint ballot dispose cd-2 --from resolved.docx --agreed 'Plenary, 2030-03-01'
        """)

    @OptionGroup var step: BallotStepOptions

    @Argument(
      help: ArgumentHelp(
        "The comments, such as de-1, and then the answer.", valueName: "COMMENT|ANSWER"))
    var words: [String] = []

    @Option(
      help: ArgumentHelp(
        "A comment form with answers in its last column.", valueName: "FILE"),
      completion: .file())
    var from: String?

    @Option(
      help: ArgumentHelp(
        "Why, what was done instead, or to what it is deferred.", valueName: "REASON"))
    var because: String?

    @Option(help: ArgumentHelp("A comment that says the same.", valueName: "COMMENT"))
    var sameAs: String?

    @Option(
      help: ArgumentHelp(
        "The meeting or consultation that agreed, when, and its resolution.",
        valueName: "'MEETING, DATE, RESOLUTION'"))
    var agreed: String?

    @Option(
      help: ArgumentHelp("Why an answer that was agreed is changed.", valueName: "REASON"))
    var reopened: String?

    func validate() throws {
      guard from == nil || (words.isEmpty && because == nil && sameAs == nil) else {
        throw ValidationError(
          "--from takes all answers from the form: it goes with --agreed alone.")
      }
      guard from != nil || !words.isEmpty else {
        throw ValidationError("Name the comments and the answer, or a form: --from.")
      }
    }

    func run() throws {
      try step.options.take { workspace, surroundings in
        if let from {
          return try DisposeByForm(
            step.id, Console.absolute(from), agreed: try DispositionWords.agreement(agreed),
            surroundings
          ).run(in: workspace)
        }
        let typed = try DispositionWords(
          words, sameAs: sameAs, because: because, agreed: agreed,
          reopened: reopened)
        return try DisposeComments(step.id, typed.comments, typed.request, surroundings)
          .run(in: workspace)
      }
    }
  }
}
