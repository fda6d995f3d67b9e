extension CalendarDate {
  /// The same day of the month some months later, or the last one that the month has. What would be
  /// outside of the years that can be written is the first or last day of them.
  package func later(byMonths count: Int) -> CalendarDate {
    let months = year * 12 + month - 1 + count
    guard months >= 0, months / 12 <= 9999 else {
      return CalendarDate(months < 0 ? "0000-01-01" : "9999-12-31") ?? self
    }
    func digits(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
    let start = "\(digits(months / 12, 4))-\(digits(months % 12 + 1, 2))-"
    for day in stride(from: day, to: 27, by: -1) {
      if let date = CalendarDate(start + digits(day, 2)) { return date }
    }
    return CalendarDate(start + digits(day, 2)) ?? self
  }
}
