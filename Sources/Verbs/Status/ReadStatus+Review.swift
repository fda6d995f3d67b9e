import Diagnostics
import PortfolioModel

extension ReadStatus {
  /// What is to be said of the systematic review: from a year before it is due.
  static func reviewSentence(_ description: PortfolioDescription, on today: CalendarDate) -> String?
  {
    guard let due = description.systematicReview?.due, due <= today.later(byMonths: 12) else {
      return nil
    }
    return due < today
      ? "The systematic review of \(description.edition) was due by \(due)."
      : "The systematic review of \(description.edition) is due by \(due), in "
        + "\((due.daysSince1970 - today.daysSince1970).counted("day"))."
  }
}
