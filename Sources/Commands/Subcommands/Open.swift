import ArgumentParser
import Verbs

extension Rspmaint {
  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Open a draft for review.",
      usage: "rspmaint open <NUMBER> [<options>]",
      discussion: """
        Examples:
          rspmaint open 2
          rspmaint open 2 --commit
        """)

    @OptionGroup var step: StepOptions

    func run() throws {
      try step.take("open", { "Open proposal \($0)" }) { workspace in
        try OpenProposal(step.number, step.global.surroundings).run(in: workspace)
      }
    }
  }
}
