import ArgumentParser
import Maintenance
import PortfolioModel

struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Record your verdict on a proposal as it stands in the worktree.")

  @OptionGroup var step: StepOptions

  @Flag(help: "Your verdict.")
  var verdict: Verdict

  @Option(help: "What you have to say; an objection needs it.")
  var comment: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Sign it; without a word, where you have a key or signed reviews are required.")
  var sign: Bool?

  @Option(help: "The key to sign with; without it, git's user.signingkey.")
  var key: String?

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

  func run() throws {
    try step.take("review", { "Review proposal \($0): \(verdict.model.rawValue)" }) { workspace in
      try ReviewProposal(
        step.number, verdict.model, comment: comment,
        signing: ReviewSigning(isWanted: sign, key: key.map(Console.absolute)),
        step.global.surroundings
      ).run(in: workspace)
    }
  }
}
