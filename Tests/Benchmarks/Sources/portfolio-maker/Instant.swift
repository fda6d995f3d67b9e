/// A second of the made history, and its day in UTC.
struct Instant {
  let seconds: Int

  /// The start of 2018.
  static let start = Instant(seconds: 1_514_764_800)

  func later(by seconds: Int) -> Instant { Instant(seconds: self.seconds + seconds) }

  /// The day as YYYY-MM-DD: Howard Hinnant's `civil_from_days`.
  var day: String {
    let shifted = seconds / 86_400 + 719_468
    let era = shifted / 146_097
    let ofEra = shifted - era * 146_097
    let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return "\(year + era * 400 + (month <= 2 ? 1 : 0))-\(Instant.two(month))-\(Instant.two(day))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
