import PortfolioModel

/// Comma-separated values, quoted where needed (RFC 4180), as they are written.
package enum CSV {
  /// One record with its line ending.
  package static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  private static func cell(_ text: String) -> String {
    let shown = HiddenCharacter.spelledOut(in: text)
    let safe = mayBeFormula(shown) ? "'" + shown : shown
    let special = Array(",\"\n\r".utf8)
    guard safe.utf8.contains(where: special.contains) else { return safe }
    // By bytes: a quote under a combining mark is still the quote that ends the cell.
    let pieces = safe.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    return "\"" + pieces.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\"\"")
      + "\""
  }

  /// The text that was written as this cell: the apostrophe that keeps a text from being a formula
  /// is taken away.
  static func text(of cell: String) -> String {
    guard cell.utf8.first == UInt8(ascii: "'") else { return cell }
    let rest = String(cell.unicodeScalars.dropFirst())
    return mayBeFormula(rest) ? rest : cell
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
