package import PortfolioModel

/// Tables as the publication prints them.
package struct TableReport {
  let tables: [PrintedTable]
  let portfolio: Portfolio

  /// `category`: the one whose table is wanted; nil for all tables, those of the use cases too.
  package init(_ portfolio: Portfolio, category: Category? = nil) {
    self.portfolio = portfolio
    tables =
      category.map { [PrintedTable($0, of: portfolio)] } ?? PrintedTable.all(of: portfolio)
  }

  package var report: Report {
    var report = Report()
    report.heading(1, portfolio.description.title)
    report.bullets([
      [Span("edition "), Span(portfolio.description.edition, .strong)],
      [Span("\(portfolio.standards.count) standards")],
    ])
    for table in tables {
      report.section(table.id, table.title) { section in
        TableReport.blocks(of: table, before: nil, { _ in "" }, &section)
      }
    }
    return report
  }

  /// One table; with the table as it was, cells that differ show both.
  ///
  /// `whereabouts` says where a row went that only the earlier table has.
  static func blocks(
    of table: PrintedTable, before: PrintedTable?, _ whereabouts: (String) -> String,
    _ report: inout Report
  ) {
    if table.sections.isEmpty { report.paragraph(Span(PrintedTable.emptySection)) }
    for section in table.sections {
      report.heading(3, section.title)
      guard !section.rows.isEmpty else {
        report.paragraph(Span(PrintedTable.emptySection))
        continue
      }
      report.table(table.headings, section.rows.map { cells(of: $0, table, before) })
    }
    let gone =
      before?.rows.filter { old in
        table.row(old.key) == nil
          || before.flatMap { section(of: old.key, $0) } != section(of: old.key, table)
      } ?? []
    report.bullets(
      gone.map { row in
        [
          Span("no longer under \(before.flatMap { section(of: row.key, $0) } ?? ""): ", .dim),
          Span(row.cells.first?.phrase ?? row.key, .removed), Span(" (\(whereabouts(row.key)))"),
        ]
      })
    report.bullets(table.footnotes.map { footnote(of: $0, before) })
  }

  static func section(of key: String, _ table: PrintedTable) -> String? {
    table.sections.first { $0.rows.contains { $0.key.hasSameBytes(as: key) } }?.title
  }

  private static func cells(
    of row: PrintedTable.Row, _ table: PrintedTable, _ before: PrintedTable?
  ) -> [[Span]] {
    guard let before else { return row.cells.map { [Span($0.phrase)] } }
    guard let old = before.row(row.key), section(of: row.key, before) == section(of: row.key, table)
    else {
      return row.cells.enumerated().map { [Span($1.phrase, $0 == 0 ? .added : .plain)] }
    }
    return zip(row.cells, old.cells).map { cell, was in
      // A footnote that only got another letter is no change of the cell.
      guard !isSame(cell, table, was, before) else { return [Span(cell.phrase)] }
      if cell.phrase.hasSameBytes(as: was.phrase) {
        return [Span(cell.phrase, .added), Span(" with another footnote", .dim)]
      }
      return [
        Span(cell.phrase.isEmpty ? "nothing" : cell.phrase, .added), Span(" was ", .dim),
        Span(was.phrase.isEmpty ? "nothing" : was.phrase, .removed),
      ]
    }
  }

  static func isSame(
    _ cell: PrintedTable.Cell, _ table: PrintedTable, _ was: PrintedTable.Cell,
    _ before: PrintedTable
  ) -> Bool {
    cell.count == was.count
      && zip(cell, was).allSatisfy { new, old in
        new.text.hasSameBytes(as: old.text)
          && table.texts(of: new.marks).elementsEqual(before.texts(of: old.marks)) {
            $0.hasSameBytes(as: $1)
          }
      }
  }

  private static func footnote(
    of footnote: PrintedTable.Footnote, _ before: PrintedTable?
  ) -> [Span] {
    let spans = [Span("(\(footnote.letter)) ", .strong), Span(footnote.phrase)]
    guard let before else { return spans }
    guard let old = before.footnotes.first(where: { $0.text.hasSameBytes(as: footnote.text) })
    else { return spans + [Span(" (new)", .added)] }
    return spans + (old.letter == footnote.letter ? [] : [Span(" (was \(old.letter))", .added)])
  }
}
