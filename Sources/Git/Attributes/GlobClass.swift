/// A class in a pattern, such as `[a-z_]`, `[!0-9]` or `[[:alpha:]]`, read from the byte after its
/// bracket.
struct GlobClass {
  private let pattern: [UInt8]
  private let ignoresCase: Bool
  /// The index of the next byte to read; the closing bracket's where the class ended properly.
  private(set) var place: Int

  init(_ pattern: [UInt8], at place: Int, ignoresCase: Bool) {
    self.pattern = pattern
    self.place = place
    self.ignoresCase = ignoresCase
  }

  /// Whether the class holds a byte; a class without an end, or with an unknown name, holds none.
  mutating func holds(_ byte: UInt8) -> Bool {
    guard var current = at(place) else { return false }
    let isNegated = current == UInt8(ascii: "!") || current == UInt8(ascii: "^")
    if isNegated { place += 1 }
    var (isHeld, previous, isFirst) = (false, nil as UInt8?, true)
    while true {
      guard let next = at(place) else { return false }
      current = next
      if current == UInt8(ascii: "]"), !isFirst { return isHeld != isNegated }
      isFirst = false
      switch current {
      case UInt8(ascii: #"\"#):
        place += 1
        guard let escaped = at(place) else { return false }
        isHeld = isHeld || byte == escaped
        previous = escaped
      case UInt8(ascii: "-") where previous != nil && at(place + 1) ?? 0x5D != 0x5D:
        place += 1
        if at(place) == UInt8(ascii: #"\"#) { place += 1 }
        guard let last = at(place), let first = previous else { return false }
        isHeld = isHeld || isBetween(byte, first, last)
        previous = nil
      case UInt8(ascii: "[") where at(place + 1) == UInt8(ascii: ":"):
        guard let end = pattern[(place + 2)...].firstIndex(of: UInt8(ascii: "]")) else {
          return false
        }
        guard end > place + 2, pattern[end - 1] == UInt8(ascii: ":") else {
          isHeld = isHeld || byte == current
          previous = current
          break
        }
        let name = String(decoding: pattern[(place + 2)..<(end - 1)], as: UTF8.self)
        guard let isOfKind = isOfKind(byte, name) else { return false }
        isHeld = isHeld || isOfKind
        place = end
        previous = nil
      default:
        isHeld = isHeld || byte == current
        previous = current
      }
      place += 1
    }
  }

  private func at(_ place: Int) -> UInt8? { place < pattern.count ? pattern[place] : nil }

  private func isBetween(_ byte: UInt8, _ first: UInt8, _ last: UInt8) -> Bool {
    if first <= byte, byte <= last { return true }
    guard ignoresCase, (0x61...0x7A).contains(byte) else { return false }
    return first <= byte - 0x20 && byte - 0x20 <= last
  }

  /// Whether an ASCII byte is of a named kind, such as `alpha`; nil where there is no such kind.
  private func isOfKind(_ byte: UInt8, _ name: String) -> Bool? {
    let isDigit = (0x30...0x39).contains(byte)
    let isLower = (0x61...0x7A).contains(byte)
    let isUpper = (0x41...0x5A).contains(byte)
    let isAlphanumeric = isDigit || isLower || isUpper
    switch name {
    case "alnum": return isAlphanumeric
    case "alpha": return isLower || isUpper
    case "blank": return byte == 0x20 || byte == 0x09
    case "cntrl": return byte < 0x20 || byte == 0x7F
    case "digit": return isDigit
    case "graph": return (0x21...0x7E).contains(byte)
    case "lower": return isLower
    case "print": return (0x20...0x7E).contains(byte)
    case "punct": return (0x21...0x7E).contains(byte) && !isAlphanumeric
    case "space": return [0x20, 0x09, 0x0A, 0x0D].contains(byte)
    case "upper": return isUpper || ignoresCase && isLower
    case "xdigit":
      return isDigit || (0x61...0x66).contains(byte) || (0x41...0x46).contains(byte)
    default: return nil
    }
  }
}
