import ArgumentParser
import Reports

extension Rspmaint {
  struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the rules that findings name.")

    @OptionGroup var output: ReportOptions

    func run() throws {
      let report = RulesReport()
      try output.print(report.report, json: report.json)
    }
  }
}
