/// How the text of a CSV file is told from its bytes: by a mark at its beginning, else UTF-8 where it is
/// that, else the code page of Windows for Western languages, in which Excel saves.
enum TextEncoding {
  /// The text, and whether bytes that are no characters were replaced.
  static func text(of bytes: [UInt8]) -> (text: String, isReplaced: Bool) {
    if bytes.starts(with: [0xFF, 0xFE]) { return wide(bytes.dropFirst(2)) { $0 | $1 << 8 } }
    if bytes.starts(with: [0xFE, 0xFF]) { return wide(bytes.dropFirst(2)) { $0 << 8 | $1 } }
    let rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if let text = String(validating: rest, as: UTF8.self) { return (text, false) }
    var scalars = String.UnicodeScalarView()
    for byte in rest { scalars.append(scalar(of: byte)) }
    return (String(scalars), false)
  }

  /// UTF-16, whose first and second byte `join` puts together.
  private static func wide(
    _ bytes: ArraySlice<UInt8>, join: (UInt16, UInt16) -> UInt16
  ) -> (text: String, isReplaced: Bool) {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      units.append(join(UInt16(bytes[index]), UInt16(bytes[index + 1])))
      index += 2
    }
    let isValid = String(validating: units, as: UTF16.self) != nil && index == bytes.endIndex
    return (String(decoding: units, as: UTF16.self), !isValid)
  }

  /// What Windows-1252 has from 0x80 to 0x9F; 0 where it has nothing.
  private static let special: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  private static func scalar(of byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let value = special[Int(byte) - 0x80]
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
