import PortfolioModel

extension DiffReport {
  /// The rows that print otherwise than before; the whole tables on demand.
  func tables(_ report: inout Report) {
    let changed = changedTables
    report.section("tables", "Tables that print otherwise", count: changed.count) { section in
      for pair in changed {
        guard let before = pair.before, !input.isFromNothing else {
          section.details(pair.table.title) {
            TableReport.blocks(of: pair.table, before: nil, whereabouts, &$0)
          }
          continue
        }
        section.heading(3, pair.table.title)
        TableReport.changes(of: pair.table, before: before, whereabouts, entry, &section)
        section.whole("The whole of \(pair.table.title)") {
          TableReport.blocks(of: pair.table, before: before, whereabouts, &$0)
        }
      }
      if changed.isEmpty { section.paragraph("Every table prints as before.") }
    }
  }

  /// What the filters know of a row.
  private func entry(_ row: PrintedTable.Row) -> ReportEntry {
    entry(telling: "row", of: row.standard.map { [$0] } ?? [])
  }

  /// The tables that print otherwise than before, with what they were.
  var changedTables: [(table: PrintedTable, before: PrintedTable?)] {
    let old = PrintedTable.all(of: input.from)
    return PrintedTable.all(of: input.to).compactMap { table in
      let before = old.first { $0.id == table.id }
      return before == table ? nil : (table, before)
    }
  }

  /// Where a standard went that a table no longer lists: "now emerging".
  private func whereabouts(_ key: String) -> String {
    guard let id = Identifier(key), let standard = input.to.standards[id] else {
      return "no longer in the portfolio"
    }
    return "now \(standard.group.rawValue) in \(standard.category.rawValue.spaced)"
  }
}
