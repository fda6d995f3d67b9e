import ArgumentParser
import Diagnostics
import PortfolioModel
import Reports
import Verbs

extension Rspmaint.Ballot {
  struct CloseStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "close",
      abstract: "Close a ballot: write its result and accept what was approved, all in one go.",
      usage: "rspmaint ballot close <ID> [<options>]",
      discussion: """
        It is refused while a negative vote is in doubt, or while a comment has no agreed answer.

        Examples:
          rspmaint ballot close cd-2
          rspmaint ballot close cd-2 --dry-run
        """)

    @OptionGroup var step: BallotStepOptions

    func run() throws {
      let workspace = try step.global.workspace(writes: true)
      let outcome = try CloseBallot(step.id, step.surroundings).run(in: workspace)
      if step.rehearsal.dryRun { WrittenSummary.announceRehearsal() }
      for sentence in outcome.sentences { Console.print(DisplayText.line(sentence.text) + "\n") }
      let branch =
        outcome.branch.hasPrefix("refs/heads/")
        ? String(outcome.branch.dropFirst("refs/heads/".count)) : outcome.branch
      for commit in outcome.accepted {
        let deed =
          step.rehearsal.dryRun
          ? "would be committed on \(branch)" : "committed on \(branch) as \(commit.id.prefix(10))"
        Console.print(
          DisplayText.escaped(
            "\(PortfolioModel.Proposal.label(commit.number)) \(commit.title): \(deed)") + "\n")
      }
    }
  }
}
