/// A table across the whole width of the page.
package struct FormTable: Hashable, Sendable {
  package enum Style: Hashable, Sendable {
    /// Lines around all cells.
    case grid
    /// No lines: for lines of a page header that stand side by side.
    case plain
  }

  package struct Row: Hashable, Sendable {
    package let cells: [Cell]

    package init(_ cells: [Cell]) { self.cells = cells }
  }

  package struct Cell: Hashable, Sendable {
    package let text: FormText
    /// Whether it has a grey ground, as what is not to be filled in.
    package let isShaded: Bool
    /// Over how many columns it goes.
    package let columns: Int

    package init(_ text: FormText = "", isShaded: Bool = false, columns: Int = 1) {
      self.text = text
      self.isShaded = isShaded
      self.columns = columns
    }
  }

  /// The widths of the columns, in shares of the whole.
  package let widths: [Int]
  package let rows: [Row]
  /// How many rows at the top are headings, which are repeated on each page.
  package let headingRows: Int
  package let style: Style

  package init(widths: [Int], headingRows: Int = 0, style: Style = .grid, rows: [Row]) {
    self.widths = widths
    self.headingRows = headingRows
    self.style = style
    self.rows = rows
  }

  /// The widths in twips (1/1440 of an inch), which add up to the whole.
  func widths(of whole: Int) -> [Int] {
    let sum = max(1, widths.reduce(0, +))
    var ends = 0
    return widths.map { width in
      let start = whole * ends / sum
      ends += width
      return whole * ends / sum - start
    }
  }
}
