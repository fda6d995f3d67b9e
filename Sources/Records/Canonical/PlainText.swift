import PortfolioModel

/// Tells whether YAML 1.1 and YAML 1.2 both read text without quotes back as the same text.
enum PlainText {
  private static let space = UInt8(ascii: " ")

  /// `inFlow`: whether the text is inside `[…]` or `{…}`.
  static func isSafe(_ text: String, inFlow: Bool) -> Bool {
    var text = text
    return text.withUTF8 { isSafe($0, inFlow: inFlow) }
  }

  /// The same of a text's bytes.
  static func isSafe(_ bytes: UnsafeBufferPointer<UInt8>, inFlow: Bool) -> Bool {
    guard let first = bytes.first, let last = bytes.last, first != space, last != space,
      mayBegin(first), last != UInt8(ascii: ":")
    else { return false }
    let hyphen = UInt8(ascii: "-")
    if first == hyphen {
      guard bytes.count > 1 else { return false }
      let second = bytes[1]
      guard second != space, second != hyphen else { return false }
    }
    if first == UInt8(ascii: "."), bytes.starts(with: "...".utf8) { return false }
    return holdsNoMark(bytes, inFlow: inFlow) && !ImplicitType.isTyped(bytes)
  }

  /// Whether nothing in a text would end it.
  private static func holdsNoMark(_ bytes: UnsafeBufferPointer<UInt8>, inFlow: Bool) -> Bool {
    var before = UInt8(ascii: "a")
    for byte in bytes {
      switch byte {
      case space where before == UInt8(ascii: ":"): return false
      case UInt8(ascii: "#") where before == space: return false
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "?"):
        if inFlow { return false }
      default: break
      }
      before = byte
    }
    return true
  }

  /// Whether a text without quotes may begin with the byte.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"),
      UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
      UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"),
      UInt8(ascii: "@"), UInt8(ascii: "`"):
      false
    default: true
    }
  }
}

/// Words and numbers that a YAML 1.1 or 1.2 reader doesn't read as text.
enum ImplicitType {
  static func isTyped(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    let mayBeNumber: Bool
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      mayBeNumber = true
    default: mayBeNumber = false
    }
    if bytes.count <= longestWord, words.contains(packed(bytes)) { return true }
    guard mayBeNumber else { return false }
    let text = Array(bytes)[...]
    return isNumber(text) || isTimestamp(text)
  }

  /// How many bytes the longest of the words has.
  private static let longestWord = 5

  /// The words in lower case, packed. Readers know some of them in other cases too; all cases are
  /// quoted.
  private static let words: [UInt64] = [
    "~", "null", "y", "n", "yes", "no", "on", "off", "true", "false", "<<", "=",
    ".nan", ".inf", "+.inf", "-.inf",
  ].map { packed($0.utf8) }

  /// At most eight bytes as one number, ASCII letters in lower case.
  private static func packed(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0) { word, byte in
      let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      return word << 8 | UInt64(isUpper ? byte | 0x20 : byte)
    }
  }

  /// Integers and floats in any base, with underscores, exponents or sexagesimal colons.
  ///
  /// This accepts more than the schemas of YAML 1.1 and 1.2 do: everything that looks like a number
  /// is quoted.
  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    if let sign = rest.first, isSign(sign) { rest = rest.dropFirst() }
    if rest.first == UInt8(ascii: "0"), let base = rest.dropFirst().first {
      let digits = rest.dropFirst(2)
      switch base | 0x20 {
      case UInt8(ascii: "b"): return digits.allSatisfy { isDigit($0, 2) || $0 == underscore }
      case UInt8(ascii: "o"): return digits.allSatisfy { isDigit($0, 8) || $0 == underscore }
      case UInt8(ascii: "x"): return digits.allSatisfy { isHexadecimal($0) || $0 == underscore }
      default: break
      }
    }
    guard let colon = rest.lastIndex(of: UInt8(ascii: ":")) else { return isDecimal(rest) }
    var previous = UInt8(ascii: ":")
    for byte in rest[..<colon] {
      let isPart = isDigit(byte) || byte == underscore
      guard isPart || byte == UInt8(ascii: ":") && previous != byte else { return false }
      previous = byte
    }
    return previous != UInt8(ascii: ":") && isDecimal(rest[(colon + 1)...])
  }

  /// Digits with at most one point and at most one exponent, and at least one digit.
  private static func isDecimal(_ bytes: ArraySlice<UInt8>) -> Bool {
    var mantissa = bytes
    if let mark = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      let exponent = bytes[(mark + 1)...].drop(while: isSign)
      guard !exponent.isEmpty, exponent.allSatisfy({ isDigit($0) || $0 == underscore }) else {
        return false
      }
      mantissa = bytes[..<mark]
    }
    var (digits, points) = (0, 0)
    for byte in mantissa {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."): points += 1
      case underscore: break
      default: return false
      }
    }
    return digits > 0 && points <= 1
  }

  /// Four digits, a hyphen, one or two digits, a hyphen, digits, and perhaps a time.
  private static func isTimestamp(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(
      separator: UInt8(ascii: "-"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[0].allSatisfy({ isDigit($0) }),
      (1...2).contains(parts[1].count), parts[1].allSatisfy({ isDigit($0) }),
      let day = parts[2].first, isDigit(day)
    else { return false }
    let next = parts[2].drop { isDigit($0) }.first ?? UInt8(ascii: " ")
    return "Tt \t".utf8.contains(next)
  }

  private static let underscore = UInt8(ascii: "_")

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  private static func isDigit(_ byte: UInt8, _ base: UInt8 = 10) -> Bool {
    byte >= UInt8(ascii: "0") && byte < UInt8(ascii: "0") + base
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }
}
