/// A form as rows below known headings, whether it came as a Word document or as CSV.
///
/// `Column` names the columns that are looked for. One cell that can't be understood is no reason to
/// refuse a sheet; only a form without the headings is.
package struct Sheet<Column: Hashable & Sendable>: Sendable {
  /// A column that is looked for.
  package struct Expected: Sendable {
    package let column: Column
    /// As the forms word it, and as other editions of the forms do. White space, punctuation, case,
    /// what stands in brackets, and the number of a footnote make no difference.
    package let heading: String
    package let others: [String]
    /// Whether a form without it is refused.
    package let isNeeded: Bool

    package init(
      _ column: Column, _ heading: String, or others: [String] = [], isNeeded: Bool = true
    ) {
      self.column = column
      self.heading = heading
      self.others = others
      self.isNeeded = isNeeded
    }
  }

  package struct Cell: Hashable, Sendable {
    /// What the cell shows; of one that is merged with the cell above, what that one shows.
    package let text: String
    package let place: FormPlace
    /// Whether it is merged with the cell above.
    package let isContinued: Bool
  }

  package struct Row: Sendable {
    package let place: FormPlace
    package let cells: [Column: Cell]
    /// Texts below other headings, or below none.
    package let extra: [Cell]

    /// The text in a column; empty where there is none.
    package subscript(column: Column) -> String { cells[column]?.text ?? "" }

    /// The place of the cell, or of the row where it has no such cell.
    package func place(of column: Column) -> FormPlace { cells[column]?.place ?? place }
  }

  /// The headings as they stand in the form, repeated ones too.
  package let headings: [FormContent.Line]
  /// What is shown outside of the rows: titles, page headers, tables of other kinds, cell by cell.
  package let lines: [FormContent.Line]
  /// Those that show something.
  package let rows: [Row]
  /// What the sender should know: of the whole form, also outside of the rows.
  package let remarks: [FormRemark]

  /// What follows a label, as `N 1234` in "Document: N 1234", or in the cell beside "Document:".
  package func value(labelled label: String) -> FormContent.Line? {
    let key = HeadingKey(label)
    for (index, line) in lines.enumerated() {
      for text in line.text.unicodeScalars.split(separator: "\n") {
        guard let colon = text.firstIndex(of: ":"), HeadingKey(String(text[..<colon])) == key
        else { continue }
        let value = String(text[text.index(after: colon)...]).trimmed
        if !value.isEmpty { return FormContent.Line(text: value, place: line.place) }
        if index + 1 < lines.count, lines[index + 1].place.isInRow(of: line.place) {
          return lines[index + 1]
        }
      }
    }
    return nil
  }
}

extension Sheet {
  /// Reads a form.
  ///
  /// - Throws: A problem that names the headings which were expected and those which were found, where
  ///   no row holds all that are needed.
  package init(
    reading bytes: [UInt8], file: String, expecting expected: [Expected]
  ) throws(FormProblem) {
    var nearest: FormProblem?
    for content in try FormContent.readings(of: bytes, file: file) {
      do throws(FormProblem) {
        self = try Sheet(content, expecting: expected)
        return
      } catch {
        if (nearest?.foundHeadings ?? -1) < error.foundHeadings { nearest = error }
      }
    }
    throw nearest ?? FormProblem(.isOther(.other), at: FormPlace(file: file))
  }

  /// Reads all sheets of a workbook that have the headings; of another form, the one that it is.
  ///
  /// - Throws: As ``init(reading:file:expecting:)``.
  package static func all(
    in bytes: [UInt8], file: String, expecting expected: [Expected]
  ) throws(FormProblem) -> [Sheet] {
    var nearest: FormProblem?
    var sheets: [Sheet] = []
    for content in try FormContent.readings(of: bytes, file: file, takesWorkbooks: true) {
      do throws(FormProblem) {
        sheets.append(try Sheet(content, expecting: expected))
      } catch {
        if (nearest?.foundHeadings ?? -1) < error.foundHeadings { nearest = error }
      }
    }
    guard sheets.isEmpty else { return sheets }
    throw nearest ?? FormProblem(.isOther(.other), at: FormPlace(file: file))
  }

  /// Takes the rows out of a form; one form may hold several sheets.
  package init(_ content: FormContent, expecting expected: [Expected]) throws(FormProblem) {
    var reader = SheetReader(expected)
    try reader.read(content)
    headings = reader.headings
    lines = reader.lines
    rows = reader.rows
    remarks = content.remarks + reader.remarks
  }
}

extension FormProblem {
  fileprivate var foundHeadings: Int {
    if case .hasOtherColumns(_, let found) = fault { found.count } else { 0 }
  }
}

extension FormPlace {
  /// Whether both are cells of one row.
  fileprivate func isInRow(of other: FormPlace) -> Bool {
    guard case .cell(let table, let isInHeader, let row, _) = area,
      case .cell(table, isInHeader, row, _) = other.area
    else { return false }
    return file == other.file
  }
}
