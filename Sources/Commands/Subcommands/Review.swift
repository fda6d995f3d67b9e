import ArgumentParser
import Maintenance
import PortfolioModel

struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Record your verdict on a proposal as it stands in the worktree.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var committing: CommitOption

  @Argument(help: "The proposal's number.")
  var number: Int

  @Flag(help: "Your verdict.")
  var verdict: Verdict

  @Option(help: "What you have to say; an objection needs it.")
  var comment: String?

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
    let workspace = try global.workspace()
    let outcome = try ReviewProposal(
      number, verdict.model, comment: comment, global.surroundings
    ).run(in: workspace)
    Step.report(outcome)
    try committing.carryOut(
      outcome.paths, "Review proposal \(outcome.entry.label): \(verdict.model.rawValue)",
      workspace, global.surroundings)
  }
}
