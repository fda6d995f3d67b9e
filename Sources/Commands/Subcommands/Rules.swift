import ArgumentParser
import Diagnostics
import PortfolioModel
import Reports

extension Rspmaint {
  struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rules",
      abstract: "List the rules that findings name, or say what to do about some.",
      usage: "rspmaint rules [<RULE> ...] [--catalogue] [<options>]",
      discussion: """
        A finding ends with its rule in brackets. Asked for by name, a rule is shown with an example \
        of what breaks it, and with what to do then.

        Examples:
          rspmaint rules
          rspmaint rules criterion-missed stale-change
          rspmaint rules --catalogue --format markdown
        """)

    @OptionGroup var output: ReportOptions

    @Argument(
      help: ArgumentHelp("The rules, as findings name them.", valueName: "RULE"),
      completion: .list(RuleID.allCases.map(\.rawValue)))
    var names: [String] = []

    @Flag(help: "Show each rule with an example, and with what to do.")
    var catalogue = false

    func run() throws {
      let rules = try names.map(Rules.rule)
      let report = RulesReport(
        rules.isEmpty ? nil : rules, isCatalogue: catalogue || !rules.isEmpty, wording: \.text)
      try output.print(report.report, json: report.json)
    }

    private static func rule(_ name: String) throws -> RuleID {
      if let rule = RuleID(rawValue: name) { return rule }
      let nearest = Nearest.match(for: name, in: RuleID.allCases.map(\.rawValue))
      throw Refusal(
        .usage, "there is no rule '\(name)'",
        help: [nearest.map { "did you mean '\($0)'?" } ?? "without a name, all are listed"])
    }
  }
}
