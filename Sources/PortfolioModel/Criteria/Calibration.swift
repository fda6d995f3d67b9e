/// The highest levels that every row of a group meets, computed from the portfolio.
///
/// A row counts for each criterion that the ledger does not waive for it.
package struct Calibration: Sendable {
  package struct Line: Hashable, Sendable {
    package let group: Group
    package let factor: Factor
    /// The highest level that all rows meet, or nil where a row meets none.
    package let level: Level?
    /// The rows at exactly this level, or, where there is none, the rows that meet no level.
    package let pinnedBy: [Identifier]
    /// The highest level that all rows meet, including those with a waiver.
    package let withoutLedger: Level?
    /// The threshold in the criteria, or nil where there is none.
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
    let lowest = ranks(factor, counting, judge).min()
    var threshold: Level?
    if case .atLeast(let limit) = portfolio.criteria.criterion(named: name)?.test {
      threshold = limit.level
    }
    return Line(
      group: group, factor: factor, level: level(at: lowest, of: factor),
      pinnedBy: zip(counting, ranks(factor, counting, judge)).filter { $1 == lowest }.map(\.0.id),
      withoutLedger: level(at: ranks(factor, rows, judge).min(), of: factor),
      threshold: threshold, rows: counting.count)
  }

  /// The rank of each row on the factor's scale; -1 where it meets no level.
  private static func ranks(_ factor: Factor, _ rows: [Standard], _ judge: Judge) -> [Int] {
    rows.map { row in judge.counted(factor, of: row).map(factor.rank(of:)) ?? -1 }
  }

  private static func level(at rank: Int?, of factor: Factor) -> Level? {
    guard let rank, factor.scale.indices.contains(rank) else { return nil }
    return factor.scale[rank]
  }
}
