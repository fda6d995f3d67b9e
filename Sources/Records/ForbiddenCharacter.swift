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

  /// Whether the bytes are UTF-8 and hold no forbidden character.
  static func areAllAllowed(in bytes: [UInt8]) -> Bool {
    // All bytes are looked at, many at once, for nearly all are allowed.
    var (forbidden, all): (UInt8, UInt8) = (0, 0)
    bytes.withUnsafeBufferPointer { bytes in
      for byte in bytes {
        forbidden |= byte < 0x20 && byte != 0x0A || byte == 0x7F ? 1 : 0
        all |= byte
      }
    }
    guard forbidden == 0 else { return false }
    if all < 0x80 { return true }
    guard let text = String(validating: bytes, as: UTF8.self) else { return false }
    return first(in: text) == nil
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
