import ArgumentParser
import Reports

extension Rspmaint {
  struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rules",
      abstract: "List the rules that findings name.",
      usage: "rspmaint rules [<options>]",
      discussion: """
        Examples:
          rspmaint rules
          rspmaint rules --format json
        """)

    @OptionGroup var output: ReportOptions

    func run() throws {
      let report = RulesReport()
      try output.print(report.report, json: report.json)
    }
  }
}
