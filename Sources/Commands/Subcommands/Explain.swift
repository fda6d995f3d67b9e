import ArgumentParser
import Diagnostics
import PortfolioModel
import Records
import Reports
import Store

extension Rspmaint {
  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain",
      abstract: "Explain why a standard stands where it does, and what would move it.",
      usage: "rspmaint explain <STANDARD> [<options>]",
      discussion: """
        Examples:
          rspmaint explain example-code-set
          rspmaint explain example-code-set --rev main --format json
        """)

    @OptionGroup var options: StandardOptions

    func run() throws {
      let (snapshot, id) = try options.find()
      let portfolio = try snapshot.readable()
      guard let standard = portfolio.standards[id] else {
        throw snapshot.absence(of: id, in: portfolio)
      }
      let report = ExplainReport(
        standard, Judge(portfolio), Holds(portfolio, on: options.global.surroundings.today))
      try options.output.print(report.report, json: report.json)
    }
  }
}
