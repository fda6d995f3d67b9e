import PortfolioModel

/// Text as a terminal shows it: nothing in it moves the cursor, and its width is known.
package enum DisplayText {
  /// The text with control, bidirectional and invisible characters spelled out.
  package static func escaped(_ text: String) -> String {
    HiddenCharacter.spelledOut(in: text)
  }

  /// The text on one line, whatever it holds.
  package static func line(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "\n")) ? escaped(text.spellingLineFeeds) : escaped(text)
  }

  /// The number of columns that a text takes.
  package static func width(_ text: String) -> Int {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// The same of one character.
  static func width(_ character: Character) -> Int {
    character.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}

extension String {
  fileprivate var spellingLineFeeds: String {
    let parts = utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\\u{A}")
  }
}
