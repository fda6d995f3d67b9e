import ArgumentParser
import Diagnostics
import PortfolioModel
import Records
import Reports

extension Rspmaint {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show one standard's record and all that bears on it.",
      usage: "rspmaint show <ID> [<options>]",
      discussion: """
        Examples:
          rspmaint show example-code-set
          rspmaint show example-code-set --rev HEAD~5 --format markdown
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
      let report: ShowReport
      if let standard = portfolio.standards[id] {
        report = ShowReport(standard, in: portfolio)
      } else if let delisted = portfolio.delisted[id] {
        report = ShowReport(delisted, in: portfolio)
      } else {
        throw snapshot.absence(of: id, in: portfolio)
      }
      try output.print(report.report, json: report.json)
    }
  }
}
