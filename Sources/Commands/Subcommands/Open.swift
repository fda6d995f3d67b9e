import ArgumentParser
import Verbs

extension Rspmaint {
  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "open",
      abstract: "Open a draft for review.",
      usage: "rspmaint open <NUMBER> [<options>]",
      discussion: """
        Examples:
          rspmaint open 2
          rspmaint open 2 --dry-run
        """)

    @OptionGroup var step: StepOptions

    func run() throws {
      try step.take { workspace, surroundings in
        try OpenProposal(step.number, surroundings).run(in: workspace)
      }
    }
  }
}
