/// A time zone by its offset: `UTC`, or `+01:00`.
package struct ZoneOffset: Hashable, Sendable, CustomStringConvertible {
  /// Minutes east of UTC.
  package let minutes: Int

  package static let utc = ZoneOffset(minutes: 0)

  private init(minutes: Int) { self.minutes = minutes }

  /// Returns nil where the text is neither `UTC` nor an offset of up to 14 hours.
  package init?(_ text: String) {
    if text == "UTC" {
      self = .utc
      return
    }
    let bytes = Array(text.utf8)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
      bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
      [1, 2, 4, 5].allSatisfy({ digits.contains(bytes[$0]) })
    else { return nil }
    func number(_ index: Int) -> Int {
      Int(bytes[index] - UInt8(ascii: "0")) * 10 + Int(bytes[index + 1] - UInt8(ascii: "0"))
    }
    let size = number(1) * 60 + number(4)
    guard number(4) < 60, (1...14 * 60).contains(size) else { return nil }
    minutes = bytes[0] == UInt8(ascii: "-") ? -size : size
  }

  package var description: String {
    guard minutes != 0 else { return "UTC" }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let size = abs(minutes)
    return "\(minutes < 0 ? "-" : "+")\(padded(size / 60)):\(padded(size % 60))"
  }

  /// The day here at a point in time, in seconds since 1970.
  package func day(at seconds: Int) -> CalendarDate {
    CalendarDate(secondsSince1970: seconds + minutes * 60)
  }

  /// The time of that day, as `10:33:07`.
  package func time(at seconds: Int) -> String {
    let local = seconds + minutes * 60
    let second = ((local % 86_400) + 86_400) % 86_400
    return [second / 3600, second / 60 % 60, second % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
