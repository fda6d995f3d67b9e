import PortfolioModel

extension DiffReport {
  /// The tables that print otherwise than before, with the cells that differ marked.
  func tables(_ report: inout Report) {
    let changed = changedTables
    let same = PrintedTable.all(of: input.to).filter { table in
      !changed.contains { $0.table.id == table.id }
    }.map(\.title)
    report.section("tables", "The tables as they would print (\(changed.count) changed)") {
      section in
      for pair in changed {
        section.details(pair.table.title, isOpen: !input.isFromNothing) { details in
          TableReport.blocks(
            of: pair.table, before: input.isFromNothing ? nil : pair.before, whereabouts,
            &details)
        }
      }
      if !same.isEmpty {
        section.paragraph(Span("Printed as before: \(same.joined(separator: "; ")).", .dim))
      }
    }
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
    return "now \(standard.group.rawValue) in \(standard.category.rawValue)"
  }
}
