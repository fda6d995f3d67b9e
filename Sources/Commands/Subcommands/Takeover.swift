import ArgumentParser
import Verbs

extension Rspmaint {
  struct Takeover: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "takeover",
      abstract: "Go on with the proposal of someone who is absent, as the chair.",
      usage: "rspmaint takeover <NUMBER> --because <REASON> [<options>]",
      discussion: """
        Its text and its reviews stay as they are. Who wrote it still counts as an author; the chair \
        may now withdraw it.

        Examples:
          rspmaint takeover 2 --because 'Its author has left the committee.'
          rspmaint takeover 2 --because 'No answer since March.' --dry-run
        """)

    @OptionGroup var step: StepOptions

    @Option(help: ArgumentHelp("Why, in a sentence.", valueName: "REASON"))
    var because: String

    func run() throws {
      try step.take { workspace, surroundings in
        try TakeOverProposal(step.number, because: because, surroundings).run(in: workspace)
      }
    }
  }
}
