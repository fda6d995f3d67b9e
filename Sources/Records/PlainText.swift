import PortfolioModel

/// Tells whether YAML 1.1 and YAML 1.2 both read text without quotes back as the same text.
enum PlainText {
  /// `inFlow`: whether the text is inside `[…]` or `{…}`.
  static func isSafe(_ text: String, inFlow: Bool) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last else { return false }
    let space = UInt8(ascii: " ")
    guard first != space, last != space else { return false }
    guard !"?:,[]{}#&*!|>'\"%@`".utf8.contains(first) else { return false }
    if first == UInt8(ascii: "-") {
      guard bytes.count > 1, bytes[1] != space, bytes[1] != UInt8(ascii: "-") else { return false }
    }
    if text.hasPrefix("...") { return false }
    guard last != UInt8(ascii: ":") else { return false }
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : space
      switch byte {
      case UInt8(ascii: ":") where next == space: return false
      case space where next == UInt8(ascii: "#"): return false
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "?"):
        if inFlow { return false }
      default: break
      }
    }
    return !ImplicitType.isTyped(text)
  }
}

/// Words and numbers that a YAML 1.1 or 1.2 reader doesn't read as text.
enum ImplicitType {
  static func isTyped(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    if words.contains(text.asciiLowercased) { return true }
    let mayBeNumber =
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
      || [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(first)
    return mayBeNumber && (isNumber(text) || isTimestamp(text))
  }

  /// The words in lower case. Readers know some of them in other cases too; all cases are quoted.
  private static let words: Set<String> = [
    "~", "null", "y", "n", "yes", "no", "on", "off", "true", "false", "<<", "=",
    ".nan", ".inf", "+.inf", "-.inf",
  ]

  /// Integers and floats in any base, with underscores, exponents or sexagesimal colons.
  ///
  /// This accepts more than the schemas of YAML 1.1 and 1.2 do: everything that looks like a number
  /// is quoted.
  private static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text.asciiLowercased)
    if let sign = rest.first, sign == "+" || sign == "-" { rest = rest.dropFirst() }
    for (prefix, digits) in [
      ("0b", "01_"), ("0o", "01234567_"), ("0x", "0123456789abcdef_"),
    ] where rest.hasPrefix(prefix) {
      return rest.dropFirst(2).allSatisfy(digits.contains)
    }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return isDecimal(rest) }
    return parts.dropLast().allSatisfy { !$0.isEmpty && $0.allSatisfy("0123456789_".contains) }
      && (parts.last.map { isDecimal($0) } ?? false)
  }

  /// Digits with at most one point and at most one exponent, and at least one digit.
  private static func isDecimal(_ text: Substring) -> Bool {
    let halves = text.split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
    if halves.count == 2 {
      let exponent = halves[1].drop { $0 == "+" || $0 == "-" }
      guard !exponent.isEmpty, exponent.allSatisfy("0123456789_".contains) else { return false }
    }
    let mantissa = halves.first ?? text
    return mantissa.contains { "0123456789".contains($0) }
      && mantissa.allSatisfy("0123456789_.".contains) && mantissa.count(where: { $0 == "." }) <= 1
  }

  /// Four digits, a hyphen, one or two digits, a hyphen, digits, and perhaps a time.
  private static func isTimestamp(_ text: String) -> Bool {
    let parts = text.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
    let digits: (Substring) -> Bool = { $0.allSatisfy("0123456789".contains) }
    guard parts.count == 3, parts[0].count == 4, digits(parts[0]), (1...2).contains(parts[1].count),
      digits(parts[1]), let day = parts[2].first, "0123456789".contains(day)
    else { return false }
    let afterDay = parts[2].drop { "0123456789".contains($0) }
    return afterDay.isEmpty || "Tt \t".contains(afterDay.first ?? " ")
  }
}
