/// Gathers the rows of one table.
struct WordTable {
  private struct Cell {
    var text: String
    let columns: Range<Int>
    let isContinued: Bool
    let above: String
  }

  /// Word itself allows 63 columns.
  private static let mostColumns = 200
  private static let whole = 100_000

  let file: String
  let number: Int
  let isInHeader: Bool
  private(set) var remarks: [FormRemark] = []
  private var gathered: [(number: Int, cells: [Cell])] = []
  private var grid: [Int] = []
  /// The texts of the cells that others below may continue, by their first column.
  private var open: [Int: String] = [:]

  init(file: String, number: Int, isInHeader: Bool) {
    self.file = file
    self.number = number
    self.isInHeader = isInHeader
  }

  mutating func add(_ table: XMLElement) {
    grid =
      table.word("tblGrid")?.elements.filter { $0.isWord("gridCol") }.prefix(
        WordTable.mostColumns
      ).map { min(1 << 20, max(0, $0.value("w", in: .word).flatMap { Int($0) } ?? 0)) } ?? []
    let shown = WordElements.shown(in: table)
    remarks += shown.remarks.map { FormRemark($0, at: place(row: 1)) }
    // A row counts for its number even where it was deleted: Word shows it, struck through.
    for (index, row) in shown.elements.filter({ $0.isWord("tr") }).enumerated() {
      let properties = row.word("trPr")
      let isDeleted = properties?.word("del") != nil
      if isDeleted || properties?.word("ins") != nil {
        remarks.append(FormRemark(.hasTrackedChanges, at: place(row: index + 1)))
      }
      if !isDeleted { add(row: row, index + 1) }
    }
  }

  private mutating func add(row: XMLElement, _ number: Int) {
    let shown = WordElements.shown(in: row)
    remarks += shown.remarks.map { FormRemark($0, at: place(row: number)) }
    var cells: [Cell] = []
    var column = WordTable.count(row.word("trPr")?.word("gridBefore"), least: 0)
    for element in shown.elements where element.isWord("tc") {
      let properties = element.word("tcPr")
      let place = place(row: number, column: cells.count + 1)
      guard properties?.word("cellDel") == nil else {
        remarks.append(FormRemark(.hasTrackedChanges, at: place))
        continue
      }
      let end = min(
        WordTable.mostColumns, column + WordTable.count(properties?.word("gridSpan"), least: 1))
      var gatherer = WordText()
      gatherer.add(blocksOf: element)
      let (text, kinds) = gatherer.finish()
      remarks += kinds.map { FormRemark($0, at: place) }
      let isContinued = properties?.word("vMerge").map { $0.val != "restart" } ?? false
      let isNextOfMerged = properties?.word("hMerge").map { $0.val != "restart" } ?? false
      if isNextOfMerged, let last = cells.popLast() {
        let joined = [last.text, text.trimmed].filter { !$0.isEmpty }.joined(separator: "\n")
        cells.append(
          Cell(
            text: joined, columns: last.columns.lowerBound..<end, isContinued: last.isContinued,
            above: last.above))
      } else {
        if !isContinued { open[column] = text.trimmed }
        cells.append(
          Cell(
            text: text.trimmed, columns: min(column, end)..<end, isContinued: isContinued,
            above: isContinued ? open[column] ?? "" : ""))
      }
      column = end
    }
    gathered.append((number, cells))
  }

  private static func count(_ property: XMLElement?, least: Int) -> Int {
    min(mostColumns, max(least, property?.val.flatMap { Int($0) } ?? least))
  }

  private func place(row: Int) -> FormPlace {
    FormPlace(file: file, area: .row(table: number, isInHeader: isInHeader, row: row))
  }

  private func place(row: Int, column: Int) -> FormPlace {
    FormPlace(
      file: file,
      area: .cell(table: number, isInHeader: isInHeader, row: row, column: column))
  }

  /// The rows, with the edges of cells by the widths of the grid where there is a sound one.
  var rows: [FormContent.Row] {
    let count = gathered.flatMap(\.cells).map(\.columns.upperBound).max() ?? 0
    let isSound = grid.count >= count && grid.prefix(count).allSatisfy { $0 > 0 }
    let widths = isSound ? Array(grid.prefix(count)) : Array(repeating: 1, count: count)
    let whole = max(1, widths.reduce(0, +))
    var edges = [0]
    for width in widths { edges.append((edges.last ?? 0) + width) }
    return gathered.map { row in
      let cells = row.cells.enumerated().map { index, cell in
        FormContent.Cell(
          text: cell.text, place: place(row: row.number, column: index + 1),
          edges: edges[cell.columns.lowerBound] * WordTable.whole
            / whole..<edges[cell.columns.upperBound] * WordTable.whole / whole,
          isContinued: cell.isContinued, above: cell.above)
      }
      return FormContent.Row(cells: cells, place: place(row: row.number))
    }
  }
}
