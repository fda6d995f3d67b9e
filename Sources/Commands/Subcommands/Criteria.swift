import ArgumentParser
import PortfolioModel
import Records
import Reports

extension Rspmaint {
  struct Criteria: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "criteria",
      abstract: "Print the criteria of A.4, or the levels that the published rows imply.",
      usage: "rspmaint criteria [--calibrate] [<options>]",
      discussion: """
        Examples:
          rspmaint criteria --format markdown
          rspmaint criteria --calibrate
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var revision: RevisionOption
    @OptionGroup var output: ReportOptions

    @Flag(help: "Compute the highest level that every standard of a group reaches.")
    var calibrate = false

    func run() throws {
      let workspace = try global.workspace()
      let portfolio = try revision.snapshot(workspace).readable()
      if calibrate {
        let report = CalibrationReport(Calibration(portfolio))
        try output.print(report.report, json: report.json)
      } else {
        let report = CriteriaReport(portfolio.criteria)
        try output.print(report.report, json: report.json)
      }
    }
  }
}
