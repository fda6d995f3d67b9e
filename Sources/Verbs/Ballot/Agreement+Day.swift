import Diagnostics
import PortfolioModel

extension Disposition.Agreement {
  /// Refuses a meeting that is yet to come: it has agreed to nothing.
  func refuseAhead(of today: CalendarDate) throws(Refusal) {
    guard date > today else { return }
    throw Refusal(
      .refused, "the meeting that agreed is of \(date), and today is \(today)",
      help: ["name its day, or propose the answer without a meeting until then"])
  }
}
