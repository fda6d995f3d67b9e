/// Days of files are held against days of commits, and each bound allows one day for time zones
/// (design section 4, *Days*).
extension CalendarDate {
  /// Whether this is later than a day, and than the one after it.
  package func isBeyond(_ day: CalendarDate) -> Bool { daysSince1970 > day.daysSince1970 + 1 }

  /// The day with the one before and the one after it.
  package var neighbours: [CalendarDate] {
    (-1...1).map { CalendarDate(secondsSince1970: (daysSince1970 + $0) * 86_400) }
  }
}

extension Committee.Member {
  /// Whether the person is a member on a day of a commit.
  package func isActive(around day: CalendarDate) -> Bool {
    day.neighbours.contains { isActive(on: $0) }
  }
}
