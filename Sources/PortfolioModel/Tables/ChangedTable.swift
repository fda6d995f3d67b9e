/// A table that prints otherwise than it did.
package struct ChangedTable: Sendable {
  package let table: PrintedTable
  /// The table as it was; nil where there was none.
  package let before: PrintedTable?

  /// The tables of a later portfolio that print otherwise than those of an earlier one, in their order.
  ///
  /// - Parameter change: In what the two differ; only tables that it can change are looked at.
  package static func all(
    from base: Portfolio, to head: Portfolio, _ change: PortfolioChange
  ) -> [ChangedTable] {
    let reach = TableReach(of: change, from: base, to: head)
    let old = PrintedTable.all(of: base, within: reach)
    return PrintedTable.all(of: head, within: reach).compactMap { table in
      let before = old.first { $0.id.hasSameBytes(as: table.id) }
      return before == table ? nil : ChangedTable(table: table, before: before)
    }
  }
}

/// The tables that a change can change.
struct TableReach {
  /// Nil where the change can change every table.
  private let reached: (categories: Set<Category>, useCases: Set<Identifier>)?

  init(of change: PortfolioChange, from base: Portfolio, to head: Portfolio) {
    guard !change.reachesAll else {
      reached = nil
      return
    }
    let named = change.standards.union(change.delisted)
    var standards = change.standards
    var useCases = change.useCases
    for portfolio in [base, head] {
      for id in change.overrides {
        standards.formUnion(portfolio.overrides[id]?.standards ?? [])
      }
      for useCase in portfolio.useCases.values {
        let isNaming = useCase.rows.contains { $0.incorporates.contains(where: named.contains) }
        if isNaming { useCases.insert(useCase.id) }
      }
    }
    let categories = [base, head].flatMap { portfolio in
      standards.compactMap { portfolio.standards[$0]?.category }
    }
    reached = (Set(categories), useCases)
  }

  func holds(_ category: Category) -> Bool { reached?.categories.contains(category) ?? true }

  func holds(_ useCase: UseCase) -> Bool { reached?.useCases.contains(useCase.id) ?? true }
}
