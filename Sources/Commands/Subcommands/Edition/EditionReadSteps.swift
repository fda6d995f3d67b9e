import ArgumentParser
import Reports
import Store
import Verbs

extension Rspmaint.Edition {
  struct ListStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List all editions, and where their tags are.",
      usage: "rspmaint edition list [<options>]",
      discussion: """
        Examples:
          rspmaint edition list
          rspmaint edition list --format json
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var revision: RevisionOption
    @OptionGroup var output: ReportOptions

    func run() throws {
      let workspace = try global.workspace()
      let list = try EditionList(try revision.snapshot(workspace), in: workspace)
      let report = EditionListReport(
        current: list.current, review: list.review, list.lines.map { ($0.edition, $0.commit) })
      try output.print(report.report, json: report.json)
    }
  }

  struct DiffStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff", abstract: "Report what changed from one edition to another.",
      usage: "rspmaint edition diff <A> <B> [<options>]",
      discussion: """
        Examples:
          rspmaint edition diff 2030-cd 2030-dis
          rspmaint edition diff cd 'ISO 12345:2030' --format html --output a.html
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: PageOptions<DiffFormat>

    @Argument(help: ArgumentHelp("The earlier edition.", valueName: "A"))
    var from: String

    @Argument(help: ArgumentHelp("The later edition.", valueName: "B"))
    var to: String

    func run() throws {
      let workspace = try global.workspace()
      workspace.prepareHistory()
      let input = try DiffSnapshots(.between(from, to), global.surroundings).run(in: workspace)
      try output.print(input)
    }
  }
}
