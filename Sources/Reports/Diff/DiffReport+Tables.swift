import PortfolioModel

extension DiffReport {
  /// The tables that print otherwise than before, with the cells that differ marked.
  func tables(_ report: inout Report) {
    let (old, new) = (PrintedTable.all(of: input.from), PrintedTable.all(of: input.to))
    let pairs = new.map { table in (table: table, before: old.first { $0.id == table.id }) }
    let changed = pairs.filter { pair in pair.before != pair.table }
    let same = pairs.filter { pair in pair.before == pair.table }.map(\.table.title)
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

  /// Where a standard went that a table no longer lists: "now emerging".
  private func whereabouts(_ key: String) -> String {
    guard let id = Identifier(key), let standard = input.to.standards[id] else {
      return "no longer in the portfolio"
    }
    return "now \(standard.group.rawValue) in \(standard.category.rawValue)"
  }
}
