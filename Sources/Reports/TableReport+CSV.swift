import PortfolioModel

extension TableReport {
  /// All tables as one sheet: a row a standard, cells with their marks, and the footnotes of the row.
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
            "(\($0.letter)) \($0.text)"
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

  // MARK: - JSON

  /// `rspmaint.tables/1`
  package var json: some Encodable {
    JSON(
      edition: portfolio.description.edition,
      tables: tables.map { table in
        JSON.Table(
          id: table.id, number: Nullable(table.number), title: table.name,
          headings: table.headings,
          sections: table.sections.map { section in
            JSON.Section(
              title: section.title,
              rows: section.rows.map { row in
                JSON.Row(
                  standard: Nullable(row.standard?.text),
                  cells: row.cells.map { cell in
                    cell.map { JSON.Piece(text: $0.text, marks: $0.marks) }
                  })
              })
          },
          footnotes: table.footnotes.map { JSON.Footnote(letter: $0.letter, text: $0.text) })
      })
  }

  private struct JSON: Encodable {
    struct Piece: Encodable {
      let text: String
      let marks: [String]
    }

    struct Row: Encodable {
      let standard: Nullable<String>
      let cells: [[Piece]]
    }

    struct Section: Encodable {
      let title: String
      let rows: [Row]
    }

    struct Footnote: Encodable {
      let letter: String
      let text: String
    }

    struct Table: Encodable {
      let id: String
      let number: Nullable<Int>
      let title: String
      let headings: [String]
      let sections: [Section]
      let footnotes: [Footnote]
    }

    let schema = "rspmaint.tables/1"
    let edition: String
    let tables: [Table]
  }
}

/// Comma-separated values, quoted where needed (RFC 4180).
enum CSV {
  /// One record with its line ending.
  static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// A spreadsheet takes a cell that starts with one of these for a formula, so an apostrophe goes
  /// before it.
  private static let formulaMarks: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]

  private static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map(formulaMarks.contains) ?? false
    let safe = isFormula ? "'" + text : text
    let needsQuotes = safe.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
    return needsQuotes
      ? "\""
        + safe.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\"" : safe
  }
}
