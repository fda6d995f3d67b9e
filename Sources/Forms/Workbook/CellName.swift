/// The name of a cell in a workbook: `B7`, also with the marks of a fixed one, `$B$7`.
struct CellName: Hashable {
  /// From 1.
  let row: Int
  let column: Int

  /// Returns nil where the text names no cell.
  init?(_ text: String) {
    var (row, column) = (0, 0)
    var hasDigits = false
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !hasDigits:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        hasDigits = true
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      // The largest sheet has 1,048,576 rows and 16,384 columns.
      guard row <= 1 << 20, column <= 1 << 14 else { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    (self.row, self.column) = (row, column)
  }
}

/// The cells of a sheet that are merged: the first of them shows its text in the place of all.
struct MergedCells {
  private let ranges: [(first: CellName, last: CellName)]

  init(_ element: XMLElement?) {
    ranges =
      element?.elements.compactMap { merged -> (first: CellName, last: CellName)? in
        let ends = (merged.value("ref") ?? "").utf8.split(separator: UInt8(ascii: ":"))
          .compactMap { CellName(String(Substring($0))) }
        return ends.count == 2 ? (ends[0], ends[1]) : nil
      } ?? []
  }

  /// The first of the merged cells in which a cell is, in the same column or before it; nil for the first
  /// itself, for others of its row, and for a cell that is not merged.
  func top(of row: Int, _ column: Int) -> CellName? {
    ranges.first { first, last in
      (first.row + 1...max(first.row + 1, last.row)).contains(row) && row <= last.row
        && first.column == column
    }?.first
  }
}
