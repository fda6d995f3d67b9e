import ArgumentParser
import History
import PortfolioModel
import Store
import Verbs

extension Rspmaint {
  struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "review",
      abstract: "Record your verdict on a proposal.",
      usage: """
        rspmaint review <NUMBER> (--approve | --object | --abstain) [<options>]
               rspmaint review <NUMBER> --resolve <MEMBER> --because <REASON>
        """,
      discussion: """
        A verdict counts for exactly the text that was reviewed: it lapses when the proposal \
        changes. A chair settles an objection with --resolve instead of a verdict.

        Examples:
          rspmaint review 2 --approve
          rspmaint review 2 --object --comment 'The survey covers one region only.'
          rspmaint review 2 --resolve example-member --because 'Extended.'
        """)

    @OptionGroup var step: StepOptions

    @Flag(help: "Your verdict.")
    var verdict: Verdict?

    @Option(
      help: ArgumentHelp(
        "What you have to say; an objection needs a comment.", valueName: "TEXT"))
    var comment: String?

    @Flag(
      inversion: .prefixedNo,
      help: "Sign the review (default: if you have a key, or signed reviews are required).")
    var sign: Bool?

    @Option(
      help: ArgumentHelp(
        "The key to sign with (default: git's user.signingkey).", valueName: "PATH"))
    var key: String?

    @Option(
      help: ArgumentHelp(
        "Settle the objection of this member; for chairs.", valueName: "MEMBER"),
      completion: Candidates.members)
    var resolve: String?

    @Option(help: ArgumentHelp("Why the objection is settled, in a sentence.", valueName: "REASON"))
    var because: String?

    enum Verdict: EnumerableFlag {
      case approve, object, abstain

      var model: ReviewVerdict {
        switch self {
        case .approve: .approve
        case .object: .object
        case .abstain: .abstain
        }
      }
    }

    func validate() throws {
      guard (verdict == nil) != (resolve == nil) else {
        throw ValidationError("Give one of --approve, --object, --abstain and --resolve MEMBER.")
      }
      guard (resolve == nil) == (because == nil) else {
        throw ValidationError("--resolve MEMBER and --because REASON go together.")
      }
      guard sign != false || key == nil else {
        throw ValidationError("--key goes without --no-sign.")
      }
      guard resolve == nil || comment == nil else {
        throw ValidationError("--resolve goes without --comment: --because says why.")
      }
    }

    func run() throws {
      if let verdict { try review(verdict.model) }
      if let resolve, let because { try settle(resolve, because) }
    }

    private func review(_ verdict: ReviewVerdict) throws {
      try step.take { workspace, surroundings in
        if let sentence = try workspace.cutOff() { Console.printNote(sentence) }
        return try ReviewProposal(
          step.number, verdict, comment: comment, signing: signing, surroundings
        ).run(in: workspace)
      }
    }

    private func settle(_ member: String, _ reason: String) throws {
      try step.take { workspace, surroundings in
        try ResolveObjection(
          step.number, of: member, because: reason, signing: signing, surroundings
        ).run(in: workspace)
      }
    }

    private var signing: ReviewSigning {
      ReviewSigning(isWanted: sign, key: key.map(Console.absolute))
    }
  }
}
