import Diagnostics

/// A length of time in the words that people use for it: `5y`, `18m`, `90d`.
package struct TimeSpan: Hashable, Sendable, CustomStringConvertible {
  private enum Unit: Character { case years = "y", months = "m", days = "d" }

  private let count: Int
  private let unit: Unit

  /// Returns nil where the text is no number from 1 to 9999 with one of the three letters.
  package init?(_ text: String) {
    guard let last = text.last, let unit = Unit(rawValue: last), let count = Int(text.dropLast()),
      (1...9999).contains(count)
    else { return nil }
    (self.count, self.unit) = (count, unit)
  }

  package var description: String {
    switch unit {
    case .years: count.counted("year")
    case .months: count.counted("month")
    case .days: count.counted("day")
    }
  }

  /// The day so long before another.
  package func before(_ day: CalendarDate) -> CalendarDate {
    switch unit {
    case .years: day.later(byMonths: -12 * count)
    case .months: day.later(byMonths: -count)
    case .days: CalendarDate(secondsSince1970: (day.daysSince1970 - count) * 86_400)
    }
  }
}
