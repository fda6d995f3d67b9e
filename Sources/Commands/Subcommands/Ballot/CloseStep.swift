import ArgumentParser
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
      try step.close { workspace, surroundings in
        try CloseBallot(step.id, surroundings).run(in: workspace)
      }
    }
  }
}
