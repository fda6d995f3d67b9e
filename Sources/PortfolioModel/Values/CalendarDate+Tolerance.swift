/// Days in files are compared with days of commits, with a tolerance of one day for time zones
/// (design section 4, *Days*).
extension CalendarDate {
  /// Whether this is more than one day later than another day.
  package func isBeyond(_ day: CalendarDate) -> Bool { daysSince1970 > day.daysSince1970 + 1 }

  /// Whether this is at most one day earlier or later than another day.
  package func isNear(_ day: CalendarDate) -> Bool { !isBeyond(day) && !day.isBeyond(self) }

  /// The day, the one before it and the one after it.
  package var neighbours: [CalendarDate] {
    (-1...1).map { CalendarDate(secondsSince1970: (daysSince1970 + $0) * 86_400) }
  }
}

extension Committee.Member {
  /// Whether the person is a member on a commit's day, or one day earlier or later.
  package func isActive(around day: CalendarDate) -> Bool {
    day.neighbours.contains { isActive(on: $0) }
  }
}
