import ArgumentParser
import Reports
import Store
import Verbs

extension Rspmaint {
  struct Sync: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "sync",
      abstract: "Bring in what others shared, and share your own work.",
      usage: "rspmaint sync [<options>]",
      discussion: """
        Fetches, puts your own commits on top of what others shared, and pushes them, by your own \
        git. A proposal of yours whose number was taken gets the next one that is free; what you \
        accepted is judged again on what others shared. Nothing is forced and nothing is lost; \
        where two people edited one file, it says who, and changes nothing.

        Examples:
          rspmaint sync
          rspmaint sync --dry-run
          rspmaint sync --branch my-proposals
        """)

    @OptionGroup var global: GlobalOptions

    @Option(
      help: ArgumentHelp(
        "Share on this branch, as where the usual one is protected.", valueName: "NAME"))
    var branch: String?

    @Flag(help: "Say what would happen, and change nothing.")
    var dryRun = false

    @Flag(help: "Do not sign, also what was signed.")
    var noGpgSign = false

    func run() throws {
      let workspace = try global.workspace(writes: true)
      let report = try Synchronize(
        branch: branch, isDryRun: dryRun, asks: Console.isInputTerminal,
        global.surroundings.committing(skipsHooks: false, skipsSigning: noGpgSign)
      ).run(in: workspace)
      for sentence in report.sentences(isDryRun: dryRun) {
        Console.print(DisplayText.line(sentence.text) + "\n")
      }
    }
  }
}
