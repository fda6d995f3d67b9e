/// The tightest levels that every row of a group meets, recomputed from the portfolio.
///
/// A row counts for each criterion that the ledger does not waive for it.
package struct Calibration: Sendable {
  package struct Line: Hashable, Sendable {
    package let group: Group
    package let factor: Factor
    /// The tightest level, or nil where a row meets none.
    package let level: Level?
    /// The rows that stand exactly there.
    package let pinnedBy: [Identifier]
    /// The tightest level if every row counted, waived or not.
    package let withoutLedger: Level?
    /// The threshold of the criteria, or nil where they set none.
    package let threshold: Level?
    package let rows: Int
  }

  package let lines: [Line]

  package init(_ portfolio: Portfolio) {
    let judge = Judge(portfolio)
    lines = Group.allCases.flatMap { group in
      Factor.allCases.map { Calibration.line(group, $0, judge) }
    }
  }

  private static func line(_ group: Group, _ factor: Factor, _ judge: Judge) -> Line {
    let portfolio = judge.portfolio
    let rows = portfolio.inTableOrder.filter {
      $0.group == group && judge.applies(factor, to: $0)
    }
    let name = "\(group.rawValue).\(factor.rawValue)"
    let waived = Set(
      portfolio.overrides.values.flatMap(\.waivers).filter { $0.criterion == name }
        .map(\.standard))
    let counting = rows.filter { !waived.contains($0.id) }
    let level = tightest(factor, counting, judge)
    var threshold: Level?
    if case .atLeast(let limit) = portfolio.criteria.criterion(named: name)?.test {
      threshold = limit.level
    }
    return Line(
      group: group, factor: factor, level: level,
      pinnedBy: counting.filter { judge.counted(factor, of: $0) == level }.map(\.id),
      withoutLedger: tightest(factor, rows, judge), threshold: threshold, rows: counting.count)
  }

  /// The lowest level among the rows, or nil where there is no row or one meets no level.
  private static func tightest(_ factor: Factor, _ rows: [Standard], _ judge: Judge) -> Level? {
    let ranks = rows.map { row in judge.counted(factor, of: row).map(factor.rank(of:)) ?? -1 }
    guard let lowest = ranks.min(), lowest >= 0 else { return nil }
    return factor.scale[lowest]
  }
}
