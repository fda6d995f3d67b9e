import ArgumentParser
import Diagnostics
import Records
import Reports
import Store
import Verbs

extension Rspmaint {
  struct Changelog: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "changelog",
      abstract: "Print the changelog that the accepted proposals give, or check the file.",
      usage: "rspmaint changelog [--check | --write] [<options>]",
      discussion: """
        'rspmaint commit' keeps the file up to date.

        Examples:
          rspmaint changelog --check
          rspmaint changelog --rev main --format json
        """, subcommands: [Correct.self])

    @OptionGroup var global: GlobalOptions
    @OptionGroup var revision: RevisionOption

    @Flag(help: "Check that \(Layout.changelogFile) is up to date.")
    var check = false

    @Option(help: ArgumentHelp("How to print the changelog.", valueName: "FORMAT"))
    var format = ChangelogFormat.markdown

    enum ChangelogFormat: String, ExpressibleByArgument, CaseIterable {
      case markdown, json
    }

    @Flag(help: "Write \(Layout.changelogFile).")
    var write = false

    func run() throws {
      let workspace = try global.workspace(writes: write)
      guard !write else {
        let path = try WriteChangelog(from: revision.source, global.surroundings)
          .run(in: workspace)
        return Console.print("Wrote \(path)\n")
      }
      let snapshot = try workspace.proposals(revision.source)
      let changelog = ChangelogFile(snapshot)
      if format == .json {
        let report = ChangelogReport(changelog.accepted, isUpToDate: changelog.isUpToDate)
        Console.print(try JSONText.of(report.json))
      } else if !check {
        Console.print(changelog.text)
      }
      guard check else { return }
      if let finding = CheckChangelog(snapshot, changelog).finding {
        throw Findings([finding], "the changelog is not up to date")
      }
      guard format != .json else { return }
      Console.print(
        "The changelog is up to date with "
          + "\(changelog.accepted.count.counted("accepted proposal")).\n")
    }
  }
}
