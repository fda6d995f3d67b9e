/// Where something stands in a form: numbers count from 1, as a reader counts in Word or in a
/// spreadsheet.
package struct FormPlace: Hashable, Sendable {
  package enum Area: Hashable, Sendable {
    /// The file as a whole.
    case file
    /// A file within the file.
    case part(String)
    /// A line of text outside of tables.
    case line(Int, isInHeader: Bool)
    /// A row of a table; a spreadsheet has but one table.
    case row(table: Int?, isInHeader: Bool, row: Int)
    /// Several rows of a table.
    case rows(table: Int?, isInHeader: Bool, rows: [Int])
    /// A cell, by its number in the row.
    case cell(table: Int?, isInHeader: Bool, row: Int, column: Int)
    /// A row of a workbook's sheet, or a cell of it.
    case sheet(String, row: Int, column: Int?)
  }

  /// The name under which the form was given.
  package let file: String
  package let area: Area

  package init(file: String, area: Area = .file) {
    self.file = file
    self.area = area
  }
}

extension FormPlace: CustomStringConvertible {
  /// As `de.docx, table 1, row 4, column 6`, or `fr.xlsx, sheet 'Answers', cell H7`.
  package var description: String {
    switch area {
    case .file: file
    case .part(let name): "\(file), part \(name)"
    case .line(let line, let isInHeader):
      "\(file)\(isInHeader ? ", page header" : ""), line \(line)"
    case .row(let table, let isInHeader, let row):
      file + FormPlace.words(table, isInHeader) + ", row \(row)"
    case .rows(let table, let isInHeader, let rows):
      file + FormPlace.words(table, isInHeader) + ", rows " + FormPlace.phrase(rows)
    case .cell(let table, let isInHeader, let row, let column):
      file + FormPlace.words(table, isInHeader) + ", row \(row), column \(column)"
    case .sheet(let sheet, let row, let column):
      "\(file), sheet '\(sheet)', "
        + (column.map { "cell \(FormPlace.letters(ofColumn: $0))\(row)" } ?? "row \(row)")
    }
  }

  /// The name of a column in a workbook: A is 1, AA is 27.
  static func letters(ofColumn column: Int) -> String {
    var (letters, rest): ([UInt8], Int) = ([], column)
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  private static func words(_ table: Int?, _ isInHeader: Bool) -> String {
    table.map { isInHeader ? ", page header, table \($0)" : ", table \($0)" } ?? ""
  }
}
