/// A row of headings, by which the cells of the rows below are sorted.
struct SheetHeadings<Column: Hashable & Sendable> {
  struct Heading {
    /// Nil below a heading that was not asked for.
    let column: Column?
    let title: String
    let place: FormPlace
    let edges: Range<Int>
  }

  let all: [Heading]

  /// The headings of these columns; one that comes twice is taken where it comes first.
  init(_ cells: [FormContent.Cell], of columns: [Column?]) {
    var isTaken: Set<Column> = []
    all = zip(cells, columns).map { cell, column in
      let first = column.flatMap { isTaken.insert($0).inserted ? $0 : nil }
      return Heading(column: first, title: cell.text, place: cell.place, edges: cell.edges)
    }
  }

  /// Whether a table without headings may continue one with these.
  func fits(_ table: FormContent.Table) -> Bool {
    table.rows.contains { $0.cells.count == all.count }
  }

  /// Whether each cell of a row stands below the heading of its number. The widths of another table
  /// may be others; in one table, a cell that is not below its heading shows cells that were split or
  /// merged.
  func isInStep(with cells: [FormContent.Cell], isOfSameTable: Bool) -> Bool {
    guard cells.count == all.count else { return false }
    return !isOfSameTable
      || zip(cells, all).allSatisfy { cell, heading in
        heading.edges.contains((cell.edges.lowerBound + cell.edges.upperBound) / 2)
      }
  }

  /// The headings of which a cell covers at least a half; else the one that it has most in common with.
  func covered(by cell: FormContent.Cell) -> [Heading] {
    let shared = all.map { $0.edges.clamped(to: cell.edges).count }
    let covered = zip(all, shared).filter { $1 > 0 && $1 * 2 >= $0.edges.count }.map(\.0)
    if !covered.isEmpty { return covered }
    guard let most = shared.max(), most > 0, let index = shared.firstIndex(of: most) else {
      return []
    }
    return [all[index]]
  }
}
