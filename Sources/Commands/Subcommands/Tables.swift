import ArgumentParser
import Exchange
import PortfolioModel
import Records
import Reports

extension Rspmaint {
  struct Tables: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "tables",
      abstract: "Print the tables as the publication does, with footnotes.",
      usage: "rspmaint tables [<options>]",
      discussion: """
        The tables of the categories come first, then those of the use cases. A regional rating \
        is printed as the letter of its footnote.

        Examples:
          rspmaint tables --category data
          rspmaint tables --format html --output tables.html
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var revision: RevisionOption
    @OptionGroup var output: PageOptions<TablesFormat>

    @Option(help: ArgumentHelp("Only the table of this category.", valueName: "CATEGORY"))
    var category: PortfolioModel.Category?

    func run() throws {
      let workspace = try global.workspace()
      let portfolio = try revision.snapshot(workspace).readable()
      let tables = TableReport(portfolio, category: category)
      switch output.format {
      case .text: try output.print(output.terminalText(tables.report))
      case .markdown: try output.print(MarkdownRenderer().render(tables.report))
      case .html: try output.print(PageRenderer().render(tables.report))
      case .csv: try output.print(TableSheet(portfolio, category: category).csv)
      case .json: try output.print(JSONText.of(tables.json))
      }
    }
  }
}
