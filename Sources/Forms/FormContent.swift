/// What a form shows: its lines of text and its tables.
package struct FormContent: Hashable, Sendable {
  /// A line of text outside of tables.
  package struct Line: Hashable, Sendable {
    package let text: String
    package let place: FormPlace
  }

  package struct Table: Hashable, Sendable {
    /// Whether it stands in the page header.
    package let isInHeader: Bool
    package let rows: [Row]
  }

  package struct Row: Hashable, Sendable {
    package let cells: [Cell]
    package let place: FormPlace
  }

  package struct Cell: Hashable, Sendable {
    /// Paragraphs and line breaks are line feeds.
    package let text: String
    package let place: FormPlace
    /// From where to where it goes, in parts of the table's width.
    let edges: Range<Int>
    /// Whether it continues the cell above; then that cell's text is `above`.
    package let isContinued: Bool
    package let above: String
  }

  /// The name under which the form was given.
  package let file: String
  /// Those of the page headers come first.
  package let lines: [Line]
  /// Those of the body in their order, then those of the page headers.
  package let tables: [Table]
  package let remarks: [FormRemark]
}

extension FormContent {
  /// Reads a form, whose bytes say whether it is a Word document or CSV; the separator of CSV is the
  /// one that gives the most columns.
  package init(reading bytes: [UInt8], file: String) throws(FormProblem) {
    let readings = try FormContent.readings(of: bytes, file: file)
    self = readings.dropFirst().reduce(readings[0]) { best, next in
      next.columns > best.columns ? next : best
    }
  }

  /// All ways in which the form may be read; more than one only of CSV, whose separator shows when
  /// the headings are known.
  ///
  /// - Parameter takesWorkbooks: Whether it may be a workbook, each sheet of which is read by itself.
  static func readings(
    of bytes: [UInt8], file: String, takesWorkbooks: Bool = false
  ) throws(FormProblem) -> [FormContent] {
    let kind = FileKind(of: bytes)
    switch kind {
    case .archive:
      let archive = try Archive(bytes, file: file)
      if takesWorkbooks, let sheets = try WorkbookReader.sheets(of: archive, file) { return sheets }
      return [try WordReader.content(of: archive, file)]
    case .text: return try CSVReader.readings(of: bytes, file: file)
    default: throw FormProblem(.isOther(kind), at: FormPlace(file: file))
    }
  }

  /// Of the widest row near the top.
  private var columns: Int {
    tables.flatMap { $0.rows.prefix(50) }.map(\.cells.count).max() ?? 0
  }
}
