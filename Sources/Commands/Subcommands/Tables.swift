import ArgumentParser
import PortfolioModel
import Records
import Reports

extension Rspmaint {
  struct Tables: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the tables as the publication does, with footnotes.",
      discussion: """
        The tables of the categories, then those of the use cases. A cell of a regional rating holds
        only the letter of its footnote.
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var revision: RevisionOption
    @OptionGroup var output: PageOptions<TablesFormat>

    @Option(help: "Only the table of this category.")
    var category: PortfolioModel.Category?

    func run() throws {
      let workspace = try global.workspace()
      let portfolio = try revision.snapshot(workspace).readable()
      let tables = TableReport(portfolio, category: category)
      switch output.format {
      case .text: try output.print(output.terminalText(tables.report))
      case .markdown: try output.print(MarkdownRenderer().render(tables.report))
      case .html: try output.print(PageRenderer().render(tables.report))
      case .csv: try output.print(tables.csv)
      case .json: try output.print(JSONText.of(tables.json))
      }
    }
  }
}
