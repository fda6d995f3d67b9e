import Forms
package import PortfolioModel

/// Tables as one sheet, for programs that work with spreadsheets.
package struct TableSheet {
  private let tables: [PrintedTable]

  /// `category`: the one whose table is wanted; nil for all tables, those of the use cases too.
  package init(_ portfolio: Portfolio, category: Category? = nil) {
    tables =
      category.map { [PrintedTable($0, of: portfolio)] } ?? PrintedTable.all(of: portfolio)
  }

  /// Comma-separated values: a row for each standard, cells with their marks, and the row's footnotes.
  package var csv: String {
    let header =
      ["table", "title", "group", "order", "standard"]
      + PrintedTable.factorHeadings + ["systems", "use", "footnotes"]
    let rows = tables.flatMap { table in
      table.sections.flatMap { section in
        section.rows.enumerated().map { index, row in
          let cells = row.cells.map(\.phrase)
          let isStandard = row.standard != nil
          let blank = Array(
            repeating: "", count: isStandard ? 2 : PrintedTable.factorHeadings.count)
          let marks = row.cells.joined().flatMap(\.marks)
          let footnotes = table.footnotes.filter { marks.contains($0.letter) }.map {
            "(\($0.letter)) \($0.phrase)"
          }
          return [
            table.number.map(String.init) ?? "", table.name, section.title, String(index + 1),
            cells.first ?? "",
          ] + (isStandard ? Array(cells.dropFirst()) + blank : blank + Array(cells.dropFirst()))
            + [footnotes.joined(separator: " ")]
        }
      }
    }
    return ([header] + rows).map { CSV.line($0) }.joined()
  }
}
