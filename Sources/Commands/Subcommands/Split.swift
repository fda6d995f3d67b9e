import ArgumentParser
import Verbs

extension Rspmaint {
  struct Split: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "split",
      abstract: "Move changes of a proposal into a new one.",
      usage: "rspmaint split <NUMBER> --changes <CHANGES> [--title <TEXT>] [<options>]",
      discussion: """
        What is contested then does not keep back the rest. Both have new texts, so that both are \
        reviewed again; who wrote the one counts as an author of the other.

        Examples:
          rspmaint split 2 --changes example-code-set
          rspmaint split 2 --changes 1,3 --title 'The contested part'
        """)

    @OptionGroup var step: StepOptions

    @Option(
      help: ArgumentHelp(
        "The changes that move, by their places from 1, or by ids.", valueName: "CHANGES"))
    var changes: [String]

    @Option(help: ArgumentHelp("The title of the new proposal.", valueName: "TEXT"))
    var title: String?

    func run() throws {
      try step.take { workspace, surroundings in
        try SplitProposal(step.number, changes: changes, title: title, surroundings)
          .run(in: workspace)
      }
    }
  }
}
