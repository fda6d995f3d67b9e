import Exchange
import Forms
import PortfolioModel

/// What holds for any bytes that are read as a form that came back.
struct FormProperties {
  private enum Column: Hashable { case body, comment }

  private static let columns: [Sheet<Column>.Expected] = [
    .init(.body, "MB/NC"), .init(.comment, "Comments"),
  ]

  private let bytes: [UInt8]
  private let content: FormContent?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    content = FormProperties.content(of: bytes)
  }

  private static func content(of bytes: [UInt8]) -> FormContent? {
    do throws(FormProblem) { return try FormContent(reading: bytes, file: "x") } catch {
      return nil
    }
  }

  /// What a ballot would take, and what it would find.
  private static func returned(_ bytes: [UInt8]) -> [String] {
    guard let ballot else { return ["there is no ballot"] }
    do throws(FormProblem) {
      let form = try ReturnedForm(reading: bytes, file: "x", for: ballot)
      return form.answers.map { "\($0)" } + form.remarks.map { "\($0)" }
        + form.findings.map(\.description)
    } catch {
      return [error.description]
    }
  }

  /// What a survey would take, and what it would find.
  private static func surveyed(_ bytes: [UInt8]) -> [String] {
    guard let round = survey?.round else { return ["there is no survey"] }
    do throws(ReturnedSurvey.Fault) {
      let form = try ReturnedSurvey(reading: bytes, file: "x", of: round, code: "x")
      return form.answers.map { "\($0)" } + form.findings.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  private static let survey: Survey? = {
    guard let id = Identifier("x"), let standard = Identifier("a-standard"),
      let day = CalendarDate("2026-10-01"), let person = Person("X <x@x.example>"),
      let share = Fraction("2/3")
    else { return nil }
    let opening = Survey.Opening(
      title: "x", opened: day, closes: day, by: person, factors: [.tooling],
      standards: [standard], mostRounds: 1,
      agreement: Survey.Agreement(answers: 3, share: share), showsRatings: false, invited: nil,
      ratings: [Survey.Rated(SurveyCell(standard, .tooling), .low)])
    return Survey(id: id, fields: opening.fields)
  }()

  private static let ballot: Ballot? = {
    func fields(_ entries: (String, FieldValue)...) -> Fields {
      Fields(entries.map { Fields.Entry($0.0, $0.1) })
    }
    let rule = fields(
      ("basis", .text("x")),
      ("approve", .fields(fields(("of", .text("all")), ("at-least", .text("1/2"))))),
      ("negative", .fields(fields(("of", .text("all")), ("at-most", .text("1/2"))))))
    guard let id = Identifier("x"), let day = CalendarDate("2026-10-01"),
      let member = Identifier("m"), let rule = BallotRule(fields: rule)
    else { return nil }
    let body = Committee.Body(
      id: id, name: "X", status: .pMember, voter: member, substitute: nil)
    let opening = Ballot.Opening(
      title: "x", document: nil, project: nil, opened: day, closes: day, zone: .utc, voteOn: .each,
      base: String(repeating: "0", count: 40),
      items: [Ballot.Item(3, content: String(repeating: "0", count: 40))], rule: rule,
      bodies: [body],
      changes: [Ballot.Change("3.2", place: "Table 1, ICD-10", fingerprint: "0123456789abcdef")])
    return Ballot(id: id, fields: opening.fields)
  }()

  var isRead: Bool { content != nil }

  func broken() -> [String] {
    var broken: [String] = []
    if FormProperties.content(of: bytes) != content {
      broken.append("a form read again is another")
    }
    if FormProperties.returned(bytes) != FormProperties.returned(bytes) {
      broken.append("a form that came back is another when it is read again")
    }
    if FormProperties.surveyed(bytes) != FormProperties.surveyed(bytes) {
      broken.append("a form of a survey is another when it is read again")
    }
    guard let content else { return broken }
    if let lost = lost(from: content) { broken.append("a sheet lost \(lost.debugDescription)") }
    let once = FormProperties.texts(content)
    let again = written(once)
    if written(again) != again { broken.append("a form written again is another") }
    return broken
  }

  /// A text that stands neither in the rows of the sheet, nor beside them, nor in the headings.
  private func lost(from content: FormContent) -> String? {
    guard let sheet = sheet(content) else { return nil }
    var shown: Set<[UInt8]> = []
    for text in (sheet.lines + sheet.headings).map(\.text) { shown.insert(Array(text.utf8)) }
    for row in sheet.rows {
      // What was joined is one text.
      for text in row.cells.values.map(\.text) + row.extra.map(\.text) {
        shown.insert(Array(text.utf8))
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) { shown.insert(Array(line)) }
      }
    }
    return (content.lines.map(\.text) + FormProperties.texts(content).joined()).first { text in
      !text.utf8.split(separator: UInt8(ascii: "\n")).allSatisfy { shown.contains(Array($0)) }
        && !shown.contains(Array(text.utf8))
    }
  }

  private func sheet(_ content: FormContent) -> Sheet<Column>? {
    do throws(FormProblem) {
      return try Sheet(content, expecting: FormProperties.columns)
    } catch {
      _ = error.description
      return nil
    }
  }

  private static func texts(_ content: FormContent) -> [[String]] {
    content.tables.flatMap { $0.rows.map { $0.cells.map(\.text) } }.filter { !$0.isEmpty }
  }

  /// The rows as a document of this tool, read again.
  private func written(_ rows: [[String]]) -> [[String]] {
    let tables = rows.prefix(200).map { cells in
      FormDocument.Block.table(
        FormTable(
          widths: cells.map { _ in 1 },
          rows: [FormTable.Row(cells.map { FormTable.Cell(FormText($0)) })]))
    }
    let bytes = FormDocument(.landscape, body: tables).bytes
    return FormProperties.content(of: bytes).map(FormProperties.texts) ?? []
  }
}
