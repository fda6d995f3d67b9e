import PortfolioModel

extension TableReport {
  /// The rows of a table that print otherwise than before, where they stand, the rows that are gone,
  /// and the footnotes that come, go or get another letter.
  ///
  /// `entry`: what filters know of a row.
  static func changes(
    since earlier: Earlier, _ entry: (PrintedTable.Row) -> ReportEntry, _ report: inout Report
  ) {
    let (before, table) = (earlier.before.table, earlier.now.table)
    let rows = table.sections.flatMap { section in
      section.rows.filter { isChanged($0, earlier) }.map { row in
        Report.EntryRow(
          entry: entry(row),
          cells: cells(of: row, earlier) + [place(of: row, in: section, earlier.before)])
      }
    }
    report.entries(table.headings + ["Under"], rows)
    let gone = before.rows.filter { earlier.now.row($0.key) == nil }.map { row in
      [
        Span(row.cells.first?.phrase ?? row.key, .strong),
        Span(": \(earlier.whereabouts(row.key))"),
      ]
    }
    let notes = footnoteChanges(earlier)
    report.bullets(gone + notes)
    if rows.isEmpty, gone.isEmpty, notes.isEmpty {
      report.paragraph("The same rows in another order, or under another title.")
    }
  }

  private static func isChanged(_ row: PrintedTable.Row, _ earlier: Earlier) -> Bool {
    guard let old = earlier.before.row(row.key), old.cells.count == row.cells.count,
      earlier.before.section(of: row.key) == earlier.now.section(of: row.key)
    else { return true }
    return !zip(row.cells, old.cells).allSatisfy { isSame($0, $1, earlier) }
  }

  /// "Legacy, was Preferred", "Emerging, new"
  private static func place(
    of row: PrintedTable.Row, in section: PrintedTable.Section, _ before: TableLookup
  ) -> [Span] {
    guard let old = before.section(of: row.key) else {
      return [Span(section.title), ", ", Span("new", .added)]
    }
    return [Span(section.title)]
      + (old.hasSameBytes(as: section.title) ? [] : [", ", Span("was \(old)", .added)])
  }

  /// Footnotes that come, go, or get another letter; the text of one that goes is printed.
  private static func footnoteChanges(_ earlier: Earlier) -> [[Span]] {
    let (before, now) = (earlier.before, earlier.now)
    let known = Set(before.table.footnotes)
    let new = now.table.footnotes.filter { !known.contains($0) }.map { footnote(of: $0, before) }
    let gone = before.table.footnotes.filter { note in
      now.footnote(saying: note.text) == nil
    }.map { note in
      [Span("Footnote (\(note.letter)) goes: ", .dim), Span(note.text, .deleted)]
    }
    return new + gone
  }
}
