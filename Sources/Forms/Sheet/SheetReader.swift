/// Finds the row of headings in a form, and sorts the cells of the rows below by it.
struct SheetReader<Column: Hashable & Sendable> {
  typealias Cells = [FormContent.Cell]

  private let expected: [Sheet<Column>.Expected]
  private let columns: [HeadingKey: Column]
  private(set) var headings: [FormContent.Line] = []
  private(set) var lines: [FormContent.Line] = []
  private(set) var rows: [Sheet<Column>.Row] = []
  private(set) var remarks: [FormRemark] = []
  /// The row with the most headings, for the problem.
  private var nearest: (count: Int, cells: Cells) = (-1, [])

  init(_ expected: [Sheet<Column>.Expected]) {
    self.expected = expected
    columns = Dictionary(
      expected.flatMap { one in ([one.heading] + one.others).map { (HeadingKey($0), one.column) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The headings stand in the page header or in the body; tables that follow without headings of
  /// their own continue the last.
  mutating func read(_ content: FormContent) throws(FormProblem) {
    lines = content.lines
    var above: SheetHeadings<Column>?
    for table in content.tables where table.isInHeader {
      for row in table.rows {
        if let headings = headings(in: row.cells) {
          keep(headings)
          above = above ?? headings
        } else {
          keep(row)
        }
      }
    }
    var isFound = above != nil
    if let above { remarkOthers(above) }
    for table in content.tables where !table.isInHeader {
      let found = table.rows.map { headings(in: $0.cells) }
      let own = found.firstIndex { $0 != nil }
      guard let start = own ?? (above?.fits(table) == true ? 0 : nil) else {
        for row in table.rows { keep(row) }
        continue
      }
      for row in table.rows[..<start] { keep(row) }
      var isOwn = false
      for (row, headings) in zip(table.rows, found).dropFirst(start) {
        if let headings {
          // Repeated headings are no row.
          keep(headings)
          if !isOwn { remarkOthers(headings) }
          above = headings
          isOwn = true
          isFound = true
        } else if let above {
          add(row, below: above, isOfSameTable: isOwn)
        }
      }
    }
    guard isFound else { throw problem(of: content) }
  }

  /// The headings, if the row is one of them.
  private mutating func headings(in cells: Cells) -> SheetHeadings<Column>? {
    let columns = cells.map { column(of: $0.text) }
    let found = Set(columns.compactMap { $0 })
    if found.count > nearest.count, cells.contains(where: { !$0.text.isEmpty }) {
      nearest = (found.count, cells)
    }
    return expected.allSatisfy { !$0.isNeeded || found.contains($0.column) } && !found.isEmpty
      ? SheetHeadings(cells, of: columns) : nil
  }

  /// The column with this heading. No heading is longer than 300 bytes.
  private func column(of text: String) -> Column? {
    guard !text.isEmpty, text.utf8.count <= 300 else { return nil }
    let key = HeadingKey(text)
    return columns[key] ?? key.withoutNumber.flatMap { columns[$0] }
  }

  private func problem(of content: FormContent) -> FormProblem {
    FormProblem(
      .hasOtherColumns(
        expected: expected.filter(\.isNeeded).map(\.heading),
        found: nearest.cells.map { $0.text.oneLineText }.filter { !$0.isEmpty }),
      at: FormPlace(file: content.file))
  }

  private mutating func remarkOthers(_ headings: SheetHeadings<Column>) {
    for heading in headings.all where heading.column == nil && !heading.title.isEmpty {
      remarks.append(FormRemark(.hasOtherColumn(heading.title), at: heading.place))
    }
  }

  private mutating func keep(_ headings: SheetHeadings<Column>) {
    self.headings += headings.all.map { FormContent.Line(text: $0.title, place: $0.place) }
  }

  private mutating func keep(_ row: FormContent.Row) {
    for cell in row.cells where !cell.text.isEmpty {
      lines.append(FormContent.Line(text: cell.text, place: cell.place))
    }
  }

  private mutating func add(
    _ row: FormContent.Row, below headings: SheetHeadings<Column>, isOfSameTable: Bool
  ) {
    guard row.cells.contains(where: { !$0.text.isEmpty }) else { return }
    var cells: [Column: Sheet<Column>.Cell] = [:]
    var extra: [Sheet<Column>.Cell] = []
    let isInStep = headings.isInStep(with: row.cells, isOfSameTable: isOfSameTable)
    for (index, cell) in row.cells.enumerated() {
      let covered = isInStep ? [headings.all[index]] : headings.covered(by: cell)
      let taken = Sheet<Column>.Cell(
        text: cell.isContinued && cell.text.isEmpty ? cell.above : cell.text, place: cell.place,
        isContinued: cell.isContinued)
      let shows = !cell.text.isEmpty
      if shows, covered.count > 1 {
        remarks.append(FormRemark(.isMerged(covered.map(\.title)), at: cell.place))
      }
      guard let heading = covered.first, let column = heading.column else {
        guard shows else { continue }
        if covered.first?.title.isEmpty ?? true {
          remarks.append(FormRemark(.isBeyondHeadings, at: cell.place))
        }
        extra.append(taken)
        continue
      }
      if let first = cells[column] {
        guard shows else { continue }
        if !first.text.isEmpty {
          remarks.append(FormRemark(.isSplit(heading.title), at: cell.place))
        }
        cells[column] = Sheet<Column>.Cell(
          text: first.text.isEmpty ? taken.text : first.text + "\n" + taken.text,
          place: first.text.isEmpty ? taken.place : first.place, isContinued: first.isContinued)
      } else {
        cells[column] = taken
      }
    }
    rows.append(Sheet<Column>.Row(place: row.place, cells: cells, extra: extra))
  }
}

extension String {
  /// With each run of white space as one space.
  fileprivate var oneLineText: String {
    unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
  }
}
