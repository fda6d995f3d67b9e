import ArgumentParser
import PortfolioModel
import Records
import Reports

extension Rspmaint {
  struct Criteria: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the criteria of A.4, or recompute the levels that the rows pin.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var revision: RevisionOption
    @OptionGroup var output: ReportOptions

    @Flag(help: "Recompute the tightest level that every row of a group meets.")
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
