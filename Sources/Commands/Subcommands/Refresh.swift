import ArgumentParser
import Verbs

extension Rspmaint {
  struct Refresh: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Update a stale proposal to what the portfolio holds now.",
      usage: "rspmaint refresh <NUMBER> [<options>]",
      discussion: """
        A proposal is stale where the portfolio no longer holds the values that it changes from.

        Examples:
          rspmaint refresh 2
          rspmaint refresh 2 --commit
        """)

    @OptionGroup var step: StepOptions

    func run() throws {
      try step.take("refresh", { "Refresh proposal \($0)" }) { workspace in
        try RefreshProposal(step.number, step.global.surroundings).run(in: workspace)
      }
    }
  }
}
