import PortfolioModel

extension TableReport {
  /// A table as it was and as it is, and what is known of how it became so.
  struct Earlier {
    let before: TableLookup
    let now: TableLookup
    /// Where a row went that only the earlier table has.
    let whereabouts: (String) -> String
    /// Which way the level of a standard went, by column.
    let direction: (Identifier, Int) -> Direction?
  }

  /// The cells of a row; what differs from the table as it was stands beside what it was.
  static func cells(
    of row: PrintedTable.Row, _ earlier: Earlier?
  ) -> [[Span]] {
    guard let earlier else { return row.cells.map { [Span($0.phrase)] } }
    let old = earlier.before.row(row.key)
    let isElsewhere = earlier.before.section(of: row.key) != earlier.now.section(of: row.key)
    return row.cells.enumerated().map { column, cell in
      guard let old, old.cells.indices.contains(column),
        !isSame(cell, old.cells[column], earlier)
      else { return [Span(cell.phrase, isElsewhere && column == 0 ? .added : .plain)] }
      let steps = row.standard.flatMap { earlier.direction($0, column) }?.spans ?? []
      return changed(cell, old.cells[column], earlier, steps)
    }
  }

  private static func changed(
    _ cell: PrintedTable.Cell, _ was: PrintedTable.Cell, _ earlier: Earlier, _ steps: [Span]
  ) -> [Span] {
    let new = [Span(printed(cell), .added)] + steps
    guard isSame(cell.map(\.text), was.map(\.text)) else {
      return new + [Span(" was ", .dim), Span(printed(was), .removed)]
    }
    return new + [Span(", \(footnotes(cell, was, earlier))", .dim)]
  }

  private static func isSame(_ texts: [String], _ others: [String]) -> Bool {
    texts.elementsEqual(others) { $0.hasSameBytes(as: $1) }
  }

  /// What became of the footnotes of a cell that prints the same text.
  private static func footnotes(
    _ cell: PrintedTable.Cell, _ was: PrintedTable.Cell, _ earlier: Earlier
  ) -> String {
    let (before, now) = (earlier.before, earlier.now)
    func marks(
      _ cell: PrintedTable.Cell, of table: TableLookup, without others: [String]
    ) -> [String] {
      cell.flatMap(\.marks).filter { mark in
        !table.texts(of: [mark]).contains { text in others.contains { $0.hasSameBytes(as: text) } }
      }
    }
    let new = marks(cell, of: now, without: before.texts(of: was.flatMap(\.marks)))
    let lost = marks(was, of: before, without: now.texts(of: cell.flatMap(\.marks)))
    if lost.isEmpty { return "with a new footnote" }
    return new.isEmpty
      ? "without footnote \(lost.map { "(\($0))" }.conjunction)" : "with another footnote"
  }

  /// A cell in words: marks alone stand for a rating by region.
  private static func printed(_ cell: PrintedTable.Cell) -> String {
    guard !cell.phrase.isEmpty else { return "nothing" }
    return cell.allSatisfy(\.text.isEmpty) ? "by region \(cell.phrase)" : cell.phrase
  }
}
