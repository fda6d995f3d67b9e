import ArgumentParser
import Verbs

extension Rspmaint {
  struct Refresh: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "refresh",
      abstract: "Update a stale proposal to what the portfolio holds now.",
      usage: "rspmaint refresh <NUMBER> [<options>]",
      discussion: """
        A proposal is stale where the portfolio no longer holds the values that it changes from.

        Examples:
          rspmaint refresh 2
          rspmaint refresh 2 --dry-run
        """)

    @OptionGroup var step: StepOptions

    func run() throws {
      try step.take { workspace, surroundings in
        try RefreshProposal(step.number, surroundings).run(in: workspace)
      }
    }
  }
}
