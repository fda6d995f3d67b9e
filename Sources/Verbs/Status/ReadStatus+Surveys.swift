package import Diagnostics
package import PortfolioModel
import Records

extension ReadStatus {
  /// A survey that goes on, or that can't be read.
  package struct SurveyLine: Sendable {
    package let entry: SurveyEntry
    /// One sentence that says how long it goes on and what comes next.
    package let sentence: Hint
    /// Whether its round may be ended by now.
    package let isDue: Bool
  }

  /// A line for each survey that goes on, or that can't be read.
  static func surveys(_ snapshot: Snapshot, on today: CalendarDate) -> [SurveyLine] {
    snapshot.surveys.compactMap { entry in
      guard let survey = entry.survey else {
        return SurveyLine(
          entry: entry,
          sentence: "it can't be read: \(run: .validate(revision: nil)) says why.",
          isDue: false)
      }
      guard survey.isOpen else { return nil }
      let isDue = entry.mayClose(on: today)
      let id = entry.id.text
      let next: Hint = isDue ? "; end it with \(run: .survey(.close(id)))." : "."
      return SurveyLine(
        entry: entry,
        sentence: "round \(survey.round.number) \(survey.round.days(on: today)); \(entry.rate) "
          + "answered" + next,
        isDue: isDue)
    }
  }
}
