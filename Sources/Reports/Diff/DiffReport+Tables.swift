import PortfolioModel

extension DiffReport {
  /// The rows that print otherwise than before; the whole tables on demand.
  func tables(_ report: inout Report) {
    let changed = input.changedTables
    let title = input.isFromNothing ? "Tables" : "Tables that print otherwise"
    report.section("tables", title, count: changed.count) { section in
      for pair in changed {
        guard let before = pair.before, !input.isFromNothing else {
          section.details(pair.table.title) {
            TableReport.blocks(of: pair.table, since: nil, &$0)
          }
          continue
        }
        let earlier = TableReport.Earlier(
          before: TableLookup(before), now: TableLookup(pair.table), whereabouts: whereabouts,
          direction: direction)
        if !isLong { section.heading(3, pair.table.title) }
        section.foldable(pair.table.title, if: isLong) { part in
          TableReport.changes(since: earlier, entry, &part)
          guard !isPlain else { return }
          part.whole("The whole of \(pair.table.title)") {
            TableReport.blocks(of: pair.table, since: earlier, &$0)
          }
        }
      }
      if changed.isEmpty { section.paragraph("Every table prints as before.") }
    }
  }

  /// Which way the level in a column went: the first is the name's, the others are the factors'.
  private func direction(_ id: Identifier, _ column: Int) -> Direction? {
    guard let old = input.from.standards[id], let new = input.to.standards[id],
      Factor.allCases.indices.contains(column - 1)
    else { return nil }
    let factor = Factor.allCases[column - 1]
    // Both sides are counted by the new rule, so that another rule alone is no change of a level.
    let rule = input.to.criteria.regional
    return Direction(
      factor, from: old.assessment[factor]?.counted(rule, of: factor),
      to: new.assessment[factor]?.counted(rule, of: factor))
  }

  /// What the filters know of a row.
  private func entry(_ row: PrintedTable.Row) -> ReportEntry {
    entry(telling: "row", of: row.standard.map { [$0] } ?? [])
  }

  /// Where a standard went that a table no longer lists: "now emerging".
  private func whereabouts(_ key: String) -> String {
    guard let id = Identifier(key), let standard = input.to.standards[id] else {
      return "no longer in the portfolio"
    }
    return "now \(standard.group.rawValue) in \(standard.category.rawValue.spaced)"
  }
}
