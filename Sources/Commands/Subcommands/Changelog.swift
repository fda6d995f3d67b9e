import ArgumentParser
import Diagnostics
import Records
import Reports
import Store
import Verbs

extension Rspmaint {
  struct Changelog: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the changelog that the accepted proposals give, or check the file.",
      discussion: """
        'rspmaint commit' keeps the file up to date.

        Examples:
          rspmaint changelog --check
          rspmaint changelog --rev main --format json
        """)

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
      if write {
        try workspace.holdingLock("changelog", global.surroundings) {
          let snapshot = try revision.snapshot(workspace)
          var writing = Writing(over: try workspace.snapshot(.worktree, after: snapshot))
          writing.write(ChangelogFile(snapshot).text, to: Layout.changelogFile)
          try workspace.carryOut(writing)
        }
        Console.print("Wrote \(Layout.changelogFile)\n")
        return
      }
      let snapshot = try revision.snapshot(workspace)
      let changelog = ChangelogFile(snapshot)
      if format == .json {
        let report = ChangelogReport(changelog.accepted, isUpToDate: changelog.isUpToDate)
        Console.print(try JSONText.of(report.json))
      } else if !check {
        Console.print(changelog.text)
      }
      guard check else { return }
      guard !changelog.isUpToDate else {
        if format == .json { return }
        Console.print(
          "The changelog is what \(changelog.accepted.count) accepted proposals make it.\n")
        return
      }
      let path = snapshot.files.prefix + Layout.changelogFile
      throw Findings(
        [
          Diagnostic(
            .changelogOutdated,
            at: SourceLocation(
              path: path, line: changelog.current == nil ? 0 : changelog.firstDifference, column: 1),
            "the changelog is not what the accepted proposals make it",
            help: ["rspmaint changelog --write"])
        ], "the changelog does not hold")
    }
  }
}
