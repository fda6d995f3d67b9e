import PortfolioModel

/// Which numbers of a workbook are days: a day is a number that a style shows as one.
struct CellFormats {
  /// By the number of the style.
  private let isDay: [Bool]
  /// The day of the number 0, in days since 1970.
  private let start: Int

  init(_ styles: XMLElement?, startsIn1904: Bool) {
    let own = styles?.sheet("numFmts")?.elements.compactMap { format -> (Int, Bool)? in
      guard let id = format.value("numFmtId").flatMap({ Int($0) }) else { return nil }
      return (id, CellFormats.showsDay(format.value("formatCode") ?? ""))
    }
    let codes = Dictionary(own ?? []) { first, _ in first }
    isDay =
      styles?.sheet("cellXfs")?.elements.map { style in
        let id = style.value("numFmtId").flatMap { Int($0) } ?? 0
        return codes[id] ?? CellFormats.days.contains(id)
      } ?? []
    // Excel takes 1900 for a leap year, so that days since March 1900 count from 1899-12-30.
    start = startsIn1904 ? -24_107 : -25_569
  }

  /// The numbers of the formats that every workbook has for days.
  private static let days = Set(14...17).union([22])

  /// Whether a code shows a year or a day: `yyyy-mm-dd`, but not `[Red]0` or `"days" 0`.
  private static func showsDay(_ code: String) -> Bool {
    var (isQuoted, isBracketed) = (false, false)
    for byte in code.utf8 {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "["): isBracketed = true
      case UInt8(ascii: "]"): isBracketed = false
      case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "d"), UInt8(ascii: "D"):
        if !isQuoted, !isBracketed { return true }
      default: break
      }
    }
    return false
  }

  /// What a number shows: a day as 2026-11-29, a whole number without a point.
  func text(of value: String, style: Int?) -> String {
    guard let number = Double(value), number.magnitude < 1e9 else { return value }
    // 2,958,466 is the first day of the year 10000.
    if let style, isDay.indices.contains(style), isDay[style], (0..<2_958_466).contains(number) {
      return CalendarDate(secondsSince1970: (Int(number.rounded(.down)) + start) * 86_400)
        .description
    }
    return number == number.rounded() ? String(Int(number)) : value
  }
}
