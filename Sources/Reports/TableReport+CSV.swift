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

  private static func cell(_ text: String) -> String {
    let shown = DisplayText.escaped(text)
    let safe = mayBeFormula(shown) ? "'" + shown : shown
    let special = Array(",\"\n\r".utf8)
    guard safe.utf8.contains(where: special.contains) else { return safe }
    // By bytes: a quote under a combining mark is still the quote that ends the cell.
    let pieces = safe.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    return "\"" + pieces.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\"\"")
      + "\""
  }

  /// Whether a spreadsheet may take the cell for a formula; then an apostrophe goes before it.
  ///
  /// Some look past white space and quotes, and take the wide forms of a mark for the mark.
  private static func mayBeFormula(_ text: String) -> Bool {
    let marks: [Unicode.Scalar] = [
      "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]
    let first = text.unicodeScalars.first { !isPassedOver($0) }
    return first.map(marks.contains) ?? false
  }

  private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.isWhitespace || properties.isQuotationMark
      || properties.isDefaultIgnorableCodePoint || properties.generalCategory == .nonspacingMark
  }
}
