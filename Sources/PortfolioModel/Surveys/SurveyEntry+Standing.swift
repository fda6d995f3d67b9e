import Diagnostics

extension Survey.Round {
  /// How long the round goes on, or should have, as the rest of a sentence that it begins.
  package func days(on today: CalendarDate) -> String {
    let left = closes.daysSince1970 - today.daysSince1970
    if left < 0 { return "was to close on \(closes) and waits to be closed" }
    return left == 0
      ? "goes on until today" : "goes on until \(closes), \(left.counted("day")) left"
  }
}

extension SurveyEntry {
  /// How many experts answered in the present round: "3 of 5 invited experts".
  package var rate: String {
    let count = survey.map { answered(in: $0.round.number).count } ?? 0
    return survey?.invited.map { "\(count) of \($0.counted("invited expert"))" }
      ?? count.counted("expert")
  }

  /// Whether the present round ends by itself: on its closing date, or when all who were invited have
  /// answered.
  package func mayClose(on today: CalendarDate) -> Bool {
    guard let survey, survey.isOpen else { return false }
    let count = answered(in: survey.round.number).count
    return survey.round.closes <= today || survey.invited.map { count >= $0 } ?? false
  }
}
