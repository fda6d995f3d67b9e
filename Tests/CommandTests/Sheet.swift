import TestSupport

/// Comma-separated values read as RFC 4180 has them, byte by byte.
struct Sheet {
  private(set) var rows: [[String]] = []
  /// Whether every quoted cell ends where it is closed, and every row has as many cells as the first.
  private(set) var isWellFormed = true

  init(_ text: String) {
    var row: [String] = []
    var cell: [UInt8] = []
    var (isQuoted, wasQuoted) = (false, false)
    var bytes = Array(text.utf8)[...]
    func starts(_ with: String) -> Bool { bytes.starts(with: with.utf8) }
    while let byte = bytes.first {
      if isQuoted {
        if starts("\"\"") {
          cell.append(byte)
          bytes.removeFirst()
        } else if starts("\"") {
          (isQuoted, wasQuoted) = (false, true)
        } else {
          cell.append(byte)
        }
      } else if starts(",") || starts("\r\n") {
        row.append(String(decoding: cell, as: UTF8.self))
        (cell, wasQuoted) = ([], false)
        if starts("\r\n") {
          rows.append(row)
          row = []
          bytes.removeFirst()
        }
      } else if starts("\""), cell.isEmpty, !wasQuoted {
        isQuoted = true
      } else {
        if wasQuoted || ["\"", "\n", "\r"].contains(where: starts) { isWellFormed = false }
        cell.append(byte)
      }
      bytes.removeFirst()
    }
    if isQuoted || !row.isEmpty || !cell.isEmpty { isWellFormed = false }
    if rows.contains(where: { $0.count != rows[0].count }) { isWellFormed = false }
  }
}
