import ArgumentParser
import Diagnostics
import PortfolioModel
import Records
import Reports
import Store

extension Rspmaint {
  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Explain why a standard stands where it does, and what would move it.",
      usage: "rspmaint explain <ID> [<options>]",
      discussion: """
        Examples:
          rspmaint explain example-code-set
          rspmaint explain example-code-set --rev main --format json
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var revision: RevisionOption
    @OptionGroup var output: ReportOptions

    @Argument(help: ArgumentHelp("The standard's id.", valueName: "ID"))
    var id: Identifier

    func run() throws {
      let workspace = try global.workspace()
      let snapshot = try revision.snapshot(workspace)
      let portfolio = try snapshot.readable()
      guard let standard = portfolio.standards[id] else {
        throw snapshot.absence(of: id, in: portfolio)
      }
      let report = ExplainReport(
        standard, Judge(portfolio), Holds(portfolio, on: global.surroundings.today))
      try output.print(report.report, json: report.json)
    }
  }
}
