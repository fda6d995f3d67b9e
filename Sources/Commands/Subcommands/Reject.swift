import ArgumentParser
import Verbs

extension Rspmaint {
  struct Reject: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reject",
      abstract: "Close a proposal that the committee does not want.",
      usage: "rspmaint reject <NUMBER> --because <REASON> [<options>]",
      discussion: """
        Examples:
          rspmaint reject 2 --because 'The survey shows too few products.'
          rspmaint reject 2 --because 'Proposal 3 replaces it.' --dry-run
        """)

    @OptionGroup var closing: ClosingOptions

    func run() throws { try closing.close(.reject) }
  }
}
