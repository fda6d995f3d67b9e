import Diagnostics
import Exchange
import Forms
import PortfolioModel

/// Reads the answers of the comment form's last column, row by row.
struct AnsweredRows {
  private let known: [Comment.ID]
  private let agreed: Disposition.Agreement?
  private let today: CalendarDate
  private(set) var answers: [Comment.ID: Disposition] = [:]
  private(set) var findings: [FormFinding] = []

  /// - Parameter agreed: The meeting that agreed, where a cell names none.
  init(_ entry: BallotEntry, agreed: Disposition.Agreement?, today: CalendarDate) {
    known = entry.comments.map(\.id)
    (self.agreed, self.today) = (agreed, today)
  }

  mutating func add(_ row: Sheet<CommentForm.Column>.Row) {
    let text = row[.observation]
    guard !text.isEmpty else { return }
    guard let comment = comment(in: row) else { return }
    let place = row.place(of: .observation)
    guard let observation = Observation(text) else {
      let words = Disposition.Answer.allCases.map(\.phrase)
      findings.append(
        FormFinding(
          "the answer to \(comment) begins with no answer, and was not taken", at: place,
          help: "begin with one of: \(words.listed)"))
      return
    }
    if let other = observation.sameAs, !known.contains(other) || other == comment {
      findings.append(
        FormFinding(
          "\(comment) can't be answered as '\(other)' is: the answer was not taken", at: place,
          help: "name another comment"))
      return
    }
    guard !observation.answer.needsReason || observation.because != nil || observation.sameAs != nil
    else {
      findings.append(
        FormFinding(
          "'\(observation.answer.phrase)' needs a reason: the answer to \(comment) was not taken",
          at: place, help: "write it behind the answer"))
      return
    }
    if let day = observation.agreed?.date, day > today {
      findings.append(
        FormFinding(
          "the meeting that agreed is of \(day), and today is \(today): the answer to \(comment) was "
            + "not taken", at: place))
      return
    }
    let answer = Disposition(
      of: comment, observation.answer, because: observation.because, sameAs: observation.sameAs,
      agreed: observation.agreed ?? agreed)
    if let before = answers[comment], before != answer {
      findings.append(
        FormFinding(
          "\(comment) is answered otherwise in another row: this one was not taken", at: place))
      return
    }
    answers[comment] = answer
  }

  /// The comment that the first cell names: "de-3", "DE 3", "DE-003".
  private mutating func comment(in row: Sheet<CommentForm.Column>.Row) -> Comment.ID? {
    let text = row[.body]
    let slug = Identifier(slugOf: text)?.text ?? ""
    if let dash = slug.lastIndex(of: "-"), let body = Identifier(String(slug[..<dash])),
      let number = Int(slug[slug.index(after: dash)...]), number > 0,
      known.contains(Comment.ID(body, number))
    {
      return Comment.ID(body, number)
    }
    let names = known.map(\.description)
    findings.append(
      FormFinding(
        text.isEmpty
          ? "the row names no comment, and its answer was not taken"
          : "there is no comment '\(CellText.quoted(text))', and the answer was not taken",
        at: row.place(of: .body),
        help: Nearest.match(for: slug, in: names).map { "did you mean '\($0)'?" }
          ?? "the comments are: \(names.listed)"))
    return nil
  }
}
