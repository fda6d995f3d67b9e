import Diagnostics
import Exchange
import Forms
import PortfolioModel

/// Reads the answers of the comment form's last column, row by row.
struct AnsweredRows {
  /// An answer that is that of another comment, which may stand in a later row.
  private struct Pending {
    let comment: Comment.ID
    let other: Comment.ID
    let agreed: Disposition.Agreement?
    let place: FormPlace
  }

  private let entry: BallotEntry
  private let known: [Comment.ID]
  private let agreed: Disposition.Agreement?
  private let today: CalendarDate
  private var pending: [Pending] = []
  private(set) var answers: [Comment.ID: Disposition] = [:]
  /// Where each answer stands.
  private var places: [Comment.ID: FormPlace] = [:]
  private(set) var findings: [FormFinding] = []

  /// - Parameter agreed: The meeting that agreed, where a cell names none.
  init(
    _ rows: [Sheet<CommentForm.Column>.Row], of entry: BallotEntry, agreed: Disposition.Agreement?,
    today: CalendarDate
  ) {
    (self.entry, known) = (entry, entry.comments.map(\.id))
    (self.agreed, self.today) = (agreed, today)
    for row in rows { add(row) }
    for item in pending { add(item) }
  }

  private mutating func add(_ row: Sheet<CommentForm.Column>.Row) {
    let text = row[.observation]
    guard !text.isEmpty else { return }
    guard let comment = comment(in: row) else { return }
    let place = row.place(of: .observation)
    guard let observation = Observation(text) else {
      let words = Disposition.Answer.allCases.map(\.phrase)
      return finding(
        "the answer to \(comment) begins with no answer, and was not taken", at: place,
        help: "begin with one of: \(words.listed)")
    }
    if let other = observation.sameAs, !known.contains(other) || other == comment {
      return finding(
        "\(comment) can't be answered as '\(other)' is: the answer was not taken", at: place,
        help: "name another comment")
    }
    if let day = observation.agreed?.date, day > today {
      return finding(
        "the meeting that agreed is of \(day), and today is \(today): the answer to \(comment) was "
          + "not taken", at: place)
    }
    guard let answer = observation.answer else {
      if let other = observation.sameAs {
        pending.append(
          Pending(comment: comment, other: other, agreed: observation.agreed, place: place))
      }
      return
    }
    guard !answer.needsReason || observation.because != nil || observation.sameAs != nil else {
      return finding(
        "'\(answer.phrase)' needs a reason: the answer to \(comment) was not taken", at: place,
        help: "write it behind the answer")
    }
    take(
      Disposition(
        of: comment, answer, because: observation.because, sameAs: observation.sameAs,
        agreed: observation.agreed ?? agreed), at: place)
  }

  /// Answers a comment as another is, by the same form or before.
  private mutating func add(_ item: Pending) {
    guard let same = answers[item.other] ?? entry.disposition(of: item.other) else {
      return finding(
        "\(item.other) has no answer, and so \(item.comment) gets none", at: item.place,
        help: "answer \(item.other)")
    }
    take(
      Disposition(
        of: item.comment, same.answer, because: same.because, sameAs: item.other,
        agreed: item.agreed ?? agreed ?? same.agreed), at: item.place)
  }

  private mutating func take(_ answer: Disposition, at place: FormPlace) {
    if let before = answers[answer.comment], before != answer {
      let other = places[answer.comment]?.description(beside: place) ?? "another row"
      return finding(
        "\(answer.comment) is answered otherwise in \(other): this one was not taken", at: place)
    }
    answers[answer.comment] = answer
    places[answer.comment] = place
  }

  private mutating func finding(_ message: String, at place: FormPlace, help: String = "") {
    findings.append(FormFinding(message, at: place, help: help))
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
    finding(
      text.isEmpty
        ? "the row names no comment, and its answer was not taken"
        : "there is no comment '\(CellText.quoted(text))', and the answer was not taken",
      at: row.place(of: .body),
      help: Nearest.words(for: slug, in: names, "the comments are"))
    return nil
  }
}
