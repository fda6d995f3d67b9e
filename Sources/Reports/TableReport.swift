package import PortfolioModel

/// Tables as the publication prints them.
package struct TableReport {
  let tables: [PrintedTable]
  let portfolio: Portfolio
  /// Says at the top that the tables are not those in force; nil where they are.
  private let preview: String?

  /// `category`: the one whose table is wanted; nil for all tables, those of the use cases too.
  package init(_ portfolio: Portfolio, category: Category? = nil, preview: String? = nil) {
    (self.portfolio, self.preview) = (portfolio, preview)
    tables =
      category.map { [PrintedTable($0, of: portfolio)] } ?? PrintedTable.all(of: portfolio)
  }

  package var report: Report {
    var report = Report()
    report.heading(1, portfolio.description.title)
    if let preview { report.paragraph(Span(preview, .strong)) }
    report.bullets([
      [Span("edition "), Span(portfolio.description.edition, .strong)],
      [Span("\(portfolio.standards.count) standards")],
    ])
    for table in tables {
      report.section(table.id, table.title) { section in
        TableReport.blocks(of: table, since: nil, &section)
      }
    }
    return report
  }

  /// One table; with the table as it was, cells that differ show both.
  static func blocks(of table: PrintedTable, since earlier: Earlier?, _ report: inout Report) {
    if table.sections.isEmpty { report.paragraph(Span(PrintedTable.emptySection)) }
    for section in table.sections {
      report.heading(3, section.title)
      guard !section.rows.isEmpty else {
        report.paragraph(Span(PrintedTable.emptySection))
        continue
      }
      report.table(table.headings, section.rows.map { cells(of: $0, earlier) })
    }
    if let earlier { report.bullets(gone(from: earlier)) }
    report.bullets(table.footnotes.map { footnote(of: $0, earlier?.before) })
  }

  /// The rows that a section has no longer, and where they went.
  private static func gone(from earlier: Earlier) -> [[Span]] {
    earlier.before.table.rows.compactMap { row in
      let old = earlier.before.section(of: row.key) ?? ""
      guard earlier.now.section(of: row.key) != old else { return nil }
      return [
        Span("no longer under \(old): ", .dim),
        Span(row.cells.first?.phrase ?? row.key, .removed),
        Span(" (\(earlier.whereabouts(row.key)))"),
      ]
    }
  }

  static func isSame(
    _ cell: PrintedTable.Cell, _ was: PrintedTable.Cell, _ earlier: Earlier
  ) -> Bool {
    cell.count == was.count
      && zip(cell, was).allSatisfy { new, old in
        new.text.hasSameBytes(as: old.text)
          && earlier.now.texts(of: new.marks).elementsEqual(earlier.before.texts(of: old.marks)) {
            $0.hasSameBytes(as: $1)
          }
      }
  }

  static func footnote(
    of footnote: PrintedTable.Footnote, _ before: TableLookup?
  ) -> [Span] {
    let spans = [Span("(\(footnote.letter)) ", .strong), Span(footnote.phrase)]
    guard let before else { return spans }
    guard let old = before.footnote(saying: footnote.text) else {
      return spans + [Span(" (new)", .added)]
    }
    return spans + (old.letter == footnote.letter ? [] : [Span(" (was \(old.letter))", .added)])
  }
}
