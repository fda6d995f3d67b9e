/// The characters that no file may hold: controls, line separators, the byte order mark,
/// bidirectional controls and noncharacters. LF is allowed, in prose only.
enum ForbiddenCharacter {
  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x2028, 0x2029, 0xFEFF: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// The character's name, such as `U+202E`.
  static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// The first forbidden character in a text, or nil.
  static func first(in text: String) -> Unicode.Scalar? {
    text.unicodeScalars.first(where: isForbidden)
  }
}
