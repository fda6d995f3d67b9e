package import Diagnostics
package import Exchange
import Forms
package import PortfolioModel
package import Records
package import Store

/// A survey as a reader asks for it.
package struct ReadSurvey: Sendable {
  package let entry: SurveyEntry
  package let survey: Survey
  package let portfolio: Portfolio
  package let today: CalendarDate

  package init(
    _ id: Identifier, in snapshot: Snapshot, _ surroundings: Surroundings
  ) throws(Refusal) {
    guard let entry = snapshot.survey(id) else { throw snapshot.absence(ofSurvey: id) }
    self.entry = entry
    survey = try entry.readable(in: snapshot)
    portfolio = try snapshot.readable()
    today = surroundings.today
  }

  /// The same, of which some answers are to be seen.
  package func opened() throws(Refusal) -> ReadSurvey {
    guard survey.isOpened else {
      throw Refusal(
        .refused, "the answers to survey '\(entry.id)' are sealed until its round ends",
        help: ["\(run: .survey(.status(entry.id.text))) says how many came"])
    }
    return self
  }

  /// The form of the present round.
  package func form() throws(Refusal) -> SurveyForm {
    try survey.refuseEnded()
    let number = survey.round.number
    return SurveyForm(
      survey, survey.round, code: survey.code(ofRound: number), in: portfolio,
      after: entry.results(by: number - 1))
  }
}

extension ReadSurvey {
  /// The form in a file of a kind that its name says.
  package func form(for file: String) throws(Refusal) -> [UInt8] {
    let form = try form()
    let name = file.asciiLowercased
    if name.hasSuffix(".csv") { return form.csv }
    guard name.hasSuffix(".xlsx") else {
      throw Refusal(
        .usage, "\(file) is neither a workbook nor CSV by its name",
        help: ["name a file that ends in .xlsx or .csv: \(option: .outputFile)"])
    }
    do throws(FormProblem) {
      return try form.workbook.bytes()
    } catch {
      throw Refusal(
        .cantWrite, "the workbook can't be made: \(error.sentence)",
        help: ["CSV needs no library: \(option: .output, "survey.csv")"])
    }
  }
}
