import Diagnostics
package import Forms
package import PortfolioModel

/// A form of a survey that came back: the answers in it, and what is wrong with some of its cells.
package struct ReturnedSurvey: Sendable {
  /// Why a whole form is refused.
  package enum Fault: Error, Hashable, Sendable {
    case unreadable(FormProblem)
    /// It says nowhere which survey it is of.
    case unmarked
    /// It is of another round or of another survey, as its mark says.
    case isOther(String)
  }

  package private(set) var answers: [SurveyAnswer] = []
  /// What is wrong, in the order of the rows.
  package private(set) var findings: [FormFinding] = []
  /// What was read in a way that its sender should know of.
  package private(set) var notes: [FormRemark] = []
  /// The cells of which rows say different things.
  private var differing: Set<SurveyCell> = []

  /// Reads a form: XLSX or CSV.
  ///
  /// - Parameter code: What marks the forms of this round.
  package init(
    reading bytes: [UInt8], file: String, of round: Survey.Round, code: String
  ) throws(Fault) {
    let sheets: [Sheet<SurveyForm.Column>]
    do throws(FormProblem) {
      sheets = try Sheet.all(in: bytes, file: file, expecting: SurveyForm.columns)
    } catch {
      throw Fault.unreadable(error)
    }
    let marks = sheets.flatMap(\.rows).map { $0[.code] }.filter { !$0.isEmpty }
    guard !marks.isEmpty else { throw Fault.unmarked }
    if let other = marks.first(where: { !$0.hasSameBytes(as: code) }) {
      throw Fault.isOther(CellText.quoted(other))
    }
    let asked = Dictionary(round.asks.map { (ReturnedSurvey.key($0), $0) }) { first, _ in first }
    for sheet in sheets {
      notes += sheet.remarks
      for row in sheet.rows { add(row, asked) }
    }
    let unclear = differing
    answers.removeAll { unclear.contains($0.cell) }
    let order = Dictionary(
      round.asks.enumerated().map { ($0.element, $0.offset) }
    ) { first, _ in first }
    answers.sort { order[$0.cell, default: 0] < order[$1.cell, default: 0] }
  }

  private static func key(_ cell: SurveyCell) -> String {
    key(cell.standard.text, cell.factor.rawValue, cell.region ?? "")
  }

  private static func key(_ standard: String, _ factor: String, _ region: String) -> String {
    [standard, factor, region].map(word).joined(separator: "|")
  }

  /// A word as it is compared: in lower case, its parts joined by hyphens.
  private static func word(_ text: String) -> String {
    text.asciiLowercased.unicodeScalars
      .split { $0.properties.isWhitespace || $0 == "-" || $0 == "_" }
      .map { String($0) }.joined(separator: "-")
  }

  private mutating func add(
    _ row: Sheet<SurveyForm.Column>.Row, _ asked: [String: SurveyCell]
  ) {
    let said = [row[.level], row[.certainty], row[.evidence], row[.comment]]
    guard said.contains(where: { !$0.isEmpty }) else { return }
    guard let cell = asked[ReturnedSurvey.key(row[.id], row[.factor], row[.region])] else {
      finding(
        "the round does not ask about '\(CellText.quoted(row[.id]))', "
          + "'\(CellText.quoted(row[.factor]))'"
          + (row[.region].isEmpty ? "" : ", '\(CellText.quoted(row[.region]))'")
          + ": the row was not taken", at: row.place(of: .id),
        help: "the first columns stay as they were sent")
      return
    }
    let answer = SurveyAnswer(
      cell, opinion(in: row, cell), certainty: certainty(in: row),
      evidence: CellText.line(row[.evidence]), comment: CellText.lines(row[.comment]))
    guard answer.opinion != nil || answer.hasWords else { return }
    if let before = answers.first(where: { $0.cell == cell }) {
      guard before != answer, differing.insert(cell).inserted else { return }
      finding(
        "\(cell.name) is answered otherwise in another row: neither answer was taken",
        at: row.place(of: .level), help: "leave one of them")
    } else {
      answers.append(answer)
    }
  }

  private mutating func opinion(
    in row: Sheet<SurveyForm.Column>.Row, _ cell: SurveyCell
  ) -> SurveyAnswer.Opinion? {
    let text = row[.level]
    guard !text.isEmpty else { return nil }
    let word = ReturnedSurvey.word(text)
    if word.hasSameBytes(as: SurveyAnswer.noOpinion) { return SurveyAnswer.Opinion.none }
    if let level = cell.factor.levels.first(where: { $0.rawValue.hasSameBytes(as: word) }) {
      return .level(level)
    }
    let words = cell.factor.levels.map(\.phrase) + [SurveyForm.noOpinion]
    finding(
      "'\(CellText.quoted(text))' is not a level of \(cell.factor.phrase), and was not taken",
      at: row.place(of: .level),
      help: Nearest.words(for: text.asciiLowercased, in: words, "the levels are"))
    return nil
  }

  private mutating func certainty(
    in row: Sheet<SurveyForm.Column>.Row
  ) -> SurveyAnswer.Certainty? {
    let text = row[.certainty]
    guard !text.isEmpty else { return nil }
    if let word = SurveyAnswer.Certainty(rawValue: ReturnedSurvey.word(text)) { return word }
    finding(
      "'\(CellText.quoted(text))' is no certainty, and was not taken",
      at: row.place(of: .certainty),
      help: "the words are: \(Vocabulary.certainty.words.listed)")
    return nil
  }

  private mutating func finding(_ message: String, at place: FormPlace, help: String) {
    findings.append(FormFinding(message, at: place, help: help))
  }
}
