import ArgumentParser
import PortfolioModel
import Records
import Reports

extension Rspmaint {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List standards: all of them, or those that match every filter.",
      discussion: """
        A rating by region is compared by the level that counts for the criteria: usually that \
        of its lowest region.

        Examples:
          rspmaint list --group emerging --factor 'site-deployment<moderate'
          rspmaint list --due --format json
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var revision: RevisionOption
    @OptionGroup var output: ReportOptions

    @Option(
      help: ArgumentHelp(
        "Only standards of this group.", valueName: "preferred|legacy|emerging"))
    var group: Group?

    @Option(help: ArgumentHelp("Only standards of this category.", valueName: "CATEGORY"))
    var category: PortfolioModel.Category?

    @Option(
      help: ArgumentHelp(
        "Only standards with such a rating; may be repeated.", valueName: "FACTOR<LEVEL"))
    var factor: [FactorFilter] = []

    @Flag(help: "Only standards that meet the criteria of another group.")
    var due = false

    @Option(
      help: ArgumentHelp(
        "Only standards of this clause, or of clauses below it.", valueName: "CLAUSE"))
    var clause: String?

    func run() throws {
      let workspace = try global.workspace()
      let portfolio = try revision.snapshot(workspace).readable()
      let judge = Judge(portfolio)
      let standards = portfolio.inTableOrder.filter { standard in
        (group == nil || standard.group == group)
          && (category == nil || standard.category == category)
          && (!due || judge.due(standard) != nil)
          && factor.allSatisfy { $0.holds(for: standard, judge) }
          && (clause.map { isBelow(standard.clause, $0) } ?? true)
      }
      let report = ListReport(standards, judge)
      try output.print(report.report, json: report.json)
    }

    private func isBelow(_ clause: String?, _ wanted: String) -> Bool {
      clause == wanted || clause?.hasPrefix(wanted + ".") == true
    }
  }
}

/// A comparison of a rating with a level: `site-deployment<moderate`.
struct FactorFilter: ExpressibleByArgument {
  private let factor: Factor
  private let comparison: String
  private let level: Level

  init?(argument: String) {
    let parts = ["<=", ">=", "!=", "<", ">", "="].lazy.compactMap {
      sign -> (String, String, String)? in
      guard let range = argument.firstRange(of: sign) else { return nil }
      return (String(argument[..<range.lowerBound]), sign, String(argument[range.upperBound...]))
    }.first
    guard let (name, sign, word) = parts, let factor = Factor(rawValue: name),
      let level = Level(rawValue: word), factor.levels.contains(level)
    else { return nil }
    self.factor = factor
    comparison = sign
    self.level = level
  }

  /// By the level that counts; a regional rating by its lowest region, or as the criteria say.
  func holds(for standard: Standard, _ judge: Judge) -> Bool {
    guard let counted = judge.counted(factor, of: standard) else { return false }
    let (left, right) = (factor.rank(of: counted), factor.rank(of: level))
    return switch comparison {
    case "<": left < right
    case "<=": left <= right
    case ">": left > right
    case ">=": left >= right
    case "!=": left != right
    default: left == right
    }
  }
}
