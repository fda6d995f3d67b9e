import PortfolioModel

/// Reads the forms of dates that git documents for its variables: raw and ISO 8601. It is used
/// where git can't be run.
enum GitDate {
  static func parse(_ text: String) -> (seconds: Int, offsetMinutes: Int)? {
    let parts = text.split(separator: " ").map(String.init)
    let raw = parts.first.map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }
    // After an @ any number of seconds is valid except a negative one, as in git.
    let isMarked = parts.first?.hasPrefix("@") == true
    if let raw, let seconds = Int(raw), parts.count <= 2, isMarked || raw.utf8.count > 4 {
      guard seconds >= 0 else { return nil }
      guard parts.count == 2 else { return (seconds, 0) }
      return offset(parts[1]).map { (seconds, $0) }
    }
    return iso(text)
  }

  private static func iso(_ text: String) -> (seconds: Int, offsetMinutes: Int)? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 19, let date = CalendarDate(String(text.prefix(10))),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ")
    else { return nil }
    let time = String(decoding: bytes[11..<19], as: UTF8.self).split(separator: ":")
      .compactMap { Int($0) }
    guard time.count == 3, (0..<24).contains(time[0]), (0..<60).contains(time[1]),
      (0...60).contains(time[2])
    else { return nil }
    var zone = String(decoding: bytes[19...], as: UTF8.self)
    if zone.hasPrefix(" ") { zone.removeFirst() }
    guard let offset = zone.isEmpty || zone == "Z" ? 0 : offset(zone) else { return nil }
    let local = date.daysSince1970 * 86_400 + time[0] * 3_600 + time[1] * 60 + time[2]
    let seconds = local - offset * 60
    return seconds < 0 ? nil : (seconds, offset)
  }

  /// The minutes of an offset such as `+0130` or `+01:30`.
  private static func offset(_ text: String) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.count == 4, let number = Int(digits), number % 100 < 60 else { return nil }
    return (sign == "-" ? -1 : 1) * (number / 100 * 60 + number % 100)
  }
}
