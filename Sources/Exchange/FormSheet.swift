import Forms

/// Tables as files that spreadsheets open.
enum FormSheet {
  /// - Returns: The bytes with a mark of their encoding, without which Excel takes another.
  static func bytes(_ rows: [[String]]) -> [UInt8] {
    Array(("\u{FEFF}" + rows.map { CSV.line($0) }.joined()).utf8)
  }
}
