import PortfolioModel

extension TableReport {
  /// The rows of a table that print otherwise than before, where they stand, the rows that are gone,
  /// and the footnotes that come, go or get another letter.
  ///
  /// `entry`: what filters know of a row.
  static func changes(
    of table: PrintedTable, since earlier: Earlier,
    _ entry: (PrintedTable.Row) -> ReportEntry, _ report: inout Report
  ) {
    let before = earlier.table
    let rows = table.sections.flatMap { section in
      section.rows.filter { isChanged($0, table, before) }.map { row in
        Report.EntryRow(
          entry: entry(row),
          cells: cells(of: row, table, earlier) + [place(of: row, in: section, before)])
      }
    }
    report.entries(table.headings + ["Under"], rows)
    let gone = before.rows.filter { table.row($0.key) == nil }.map { row in
      [
        Span(row.cells.first?.phrase ?? row.key, .strong),
        Span(": \(earlier.whereabouts(row.key))"),
      ]
    }
    let notes = footnoteChanges(table, before)
    report.bullets(gone + notes)
    if rows.isEmpty, gone.isEmpty, notes.isEmpty {
      report.paragraph("The same rows in another order, or under another title.")
    }
  }

  private static func isChanged(
    _ row: PrintedTable.Row, _ table: PrintedTable, _ before: PrintedTable
  ) -> Bool {
    guard let old = before.row(row.key), old.cells.count == row.cells.count,
      section(of: row.key, before) == section(of: row.key, table)
    else { return true }
    return !zip(row.cells, old.cells).allSatisfy { isSame($0, table, $1, before) }
  }

  /// "Legacy, was Preferred", "Emerging, new"
  private static func place(
    of row: PrintedTable.Row, in section: PrintedTable.Section, _ before: PrintedTable
  ) -> [Span] {
    guard let old = TableReport.section(of: row.key, before) else {
      return [Span(section.title), ", ", Span("new", .added)]
    }
    return [Span(section.title)]
      + (old.hasSameBytes(as: section.title) ? [] : [", ", Span("was \(old)", .added)])
  }

  /// Footnotes that come, go, or get another letter; the text of one that goes is printed.
  private static func footnoteChanges(
    _ table: PrintedTable, _ before: PrintedTable
  ) -> [[Span]] {
    let new = table.footnotes.filter { note in
      !before.footnotes.contains { $0 == note }
    }.map { footnote(of: $0, before) }
    let gone = before.footnotes.filter { note in
      !table.footnotes.contains { $0.text.hasSameBytes(as: note.text) }
    }.map { note in
      [Span("Footnote (\(note.letter)) goes: ", .dim), Span(note.text, .deleted)]
    }
    return new + gone
  }
}
