import ArgumentParser
import PortfolioModel
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
          rspmaint refresh 2 --answers de-3
        """)

    @OptionGroup var step: StepOptions

    @Option(
      help: ArgumentHelp(
        "A comment that the change answers, while those of a ballot are answered.",
        valueName: "COMMENT"))
    var answers: [Comment.ID] = []

    func run() throws {
      try step.take { workspace, surroundings in
        try RefreshProposal(step.number, answering: answers, surroundings).run(in: workspace)
      }
    }
  }
}
