/// Characters that are invisible themselves but change how text is shown.
///
/// There are more of them than those that files may not hold, as names of files and people come
/// from elsewhere.
package enum HiddenCharacter {
  /// Whether a character is a control, a bidirectional control, invisible, or a line break other
  /// than LF.
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// Whether a hidden character may begin with a byte.
  private static func beginsHidden(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A: false
    case 0x00...0x1F, 0x7F, 0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3: true
    default: false
    }
  }

  /// The text with hidden characters escaped, as in `\u{202E}`.
  package static func spelledOut(in text: String) -> String {
    // Most texts have no byte with which a hidden character begins.
    let mayHide = text.utf8.withContiguousStorageIfAvailable { bytes in
      for byte in bytes where beginsHidden(byte) { return true }
      return false
    }
    guard mayHide ?? true, text.unicodeScalars.contains(where: isHidden) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension String {
  /// Whether the text shows nothing: it holds only white space, controls, and characters that join
  /// or format others.
  package var isBlank: Bool {
    // Nearly every text begins with a character that is seen.
    if let first = utf8.first, (0x21...0x7E).contains(first) { return false }
    return unicodeScalars.allSatisfy { scalar in
      let properties = scalar.properties
      switch properties.generalCategory {
      case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: return true
      // A braille cell without dots is a symbol, but shows nothing.
      default: return properties.isDefaultIgnorableCodePoint || scalar.value == 0x2800
      }
    }
  }

  /// Prose as one paragraph: its lines joined by spaces.
  package var oneLine: String {
    guard utf8.contains(UInt8(ascii: "\n")) else { return self }
    return utf8.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }
}
