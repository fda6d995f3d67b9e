import ArgumentParser
import Verbs

extension Rspmaint {
  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "withdraw",
      abstract: "Take back a proposal of your own.",
      usage: "rspmaint withdraw <NUMBER> --because <REASON> [<options>]",
      discussion: """
        Examples:
          rspmaint withdraw 2 --because 'The final text is not out yet.'
          rspmaint withdraw 2 --because 'Proposal 3 replaces it.' --dry-run
        """)

    @OptionGroup var closing: ClosingOptions

    func run() throws { try closing.close(.withdraw) }
  }
}
