import ArgumentParser
import Diagnostics
import PortfolioModel
import Records
import Reports
import Store
import Verbs

extension Rspmaint {
  struct Format: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "format",
      abstract: "Write files in their canonical form.",
      usage: "rspmaint format [<PATH> ...] [<options>]",
      discussion: """
        A file with content that the canonical form would drop, such as a comment, is named and \
        left as it is.

        Examples:
          rspmaint format
          rspmaint format --check \(Layout.proposalsFolder)
        """)

    @OptionGroup var global: GlobalOptions

    @Argument(
      help: ArgumentHelp(
        "Files or folders (default: \(Layout.bothFolders)).", valueName: "PATH"),
      completion: .file())
    var paths: [String] = []

    @Flag(help: "Write nothing; exit with 1 if a file is not in canonical form.")
    var check = false

    func run() throws {
      let workspace = try global.workspace(writes: !check)
      let directory = Console.currentDirectory
      let chosen = try paths.map { try workspace.below($0, from: directory) }.filter { !$0.isEmpty }
      let outcome = try FormatFiles(chosen, checksOnly: check, global.surroundings)
        .run(in: workspace)
      for path in outcome.changed {
        Console.print("\(check ? "Would format" : "Formatted") \(DisplayText.line(path))\n")
      }
      if !outcome.diagnostics.isEmpty {
        throw Findings(
          outcome.diagnostics, "these files were left as they are")
      }
      guard outcome.kept.isEmpty else {
        throw Refusal(
          .tryAgain, "changed while this ran and not overwritten: \(outcome.kept.listed)",
          help: ["run this again"])
      }
      if check, !outcome.changed.isEmpty { throw ExitStatus.findings }
      Console.print(
        outcome.changed.isEmpty
          ? "\(outcome.count.counted("file is", plural: "files are")) in canonical form.\n"
          : "\(outcome.changed.count) of \(outcome.count.counted("file")) formatted.\n")
    }
  }
}
