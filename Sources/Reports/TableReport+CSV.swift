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
