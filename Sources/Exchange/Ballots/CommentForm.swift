package import Forms
package import PortfolioModel

/// The form on which committees comment, in the words of ISO's template of 2012 and later.
package struct CommentForm: Sendable {
  package enum Column: CaseIterable, Hashable, Sendable {
    case body, line, clause, place, type, comment, change, observation
  }

  /// What a row says; empty texts are empty cells.
  package struct Row: Hashable, Sendable {
    package var body = ""
    package var line = ""
    package var clause = ""
    package var place = ""
    package var type = ""
    package var comment = ""
    package var change = ""
    package var observation = ""

    package init() {}

    var cells: [String] {
      [body, line, clause, place, type, comment, change, observation]
    }
  }

  package static let columns: [Sheet<Column>.Expected] = [
    .init(.body, "MB/NC", or: ["MB", "Member body"], isNeeded: false),
    .init(.line, "Line number (e.g. 17)", or: ["Line"], isNeeded: false),
    .init(
      .clause, "Clause/ Subclause (e.g. 3.1)",
      or: ["Clause No./ Subclause No./ Annex", "Clause"], isNeeded: false),
    .init(
      .place, "Paragraph/ Figure/ Table/ (e.g. Table 1)",
      or: ["Paragraph/ Figure/ Table/ Note", "Paragraph/ Figure/ Table"]),
    .init(.type, "Type of comment", or: ["Type of com-ment", "Type"]),
    .init(.comment, "Comments", or: ["Comment", "Comment (justification for change) by the MB"]),
    .init(.change, "Proposed change", or: ["Proposed change by the MB"]),
    .init(
      .observation, "Observations of the secretariat",
      or: ["Secretariat observations on each comment submitted"], isNeeded: false),
  ]

  /// Those of a form that the secretariat has answered: without the last column there is no answer,
  /// and without the first nobody knows to what.
  package static let answeredColumns: [Sheet<Column>.Expected] = columns.map { column in
    let needed: [Column] = [.body, .comment, .observation]
    return .init(
      column.column, column.heading, or: column.others,
      isNeeded: needed.contains(column.column))
  }

  private static let headings = [
    "MB/NC1", "Line number\n(e.g. 17)", "Clause/\nSubclause\n(e.g. 3.1)",
    "Paragraph/ Figure/ Table/\n(e.g. Table 1)", "Type of comment2", "Comments", "Proposed change",
    "Observations of the secretariat",
  ]
  private static let widths = [18, 16, 23, 48, 20, 59, 55, 38]

  private let head: FormHead
  private let rows: [Row]
  /// How many empty rows stand at the end.
  private let blanks: Int

  /// - Parameter date: The day that the form is of.
  init(of ballot: Ballot, on date: CalendarDate, _ rows: [Row], blanks: Int) {
    head = FormHead("Template for comments and secretariat observations", of: ballot, on: date)
    (self.rows, self.blanks) = (rows, blanks)
  }

  /// The form to be filled in: a row for each change, and some for what is no change.
  package init(emptyFor ballot: Ballot) {
    self.init(of: ballot, on: ballot.sentOn, ballot.askedChanges.map(Row.init(on:)), blanks: 3)
  }

  package var document: FormDocument {
    let blank = Array(repeating: Row(), count: blanks)
    return FormDocument(
      .landscape,
      header: [
        head.line(),
        .table(
          FormTable(
            widths: CommentForm.widths, headingRows: 1,
            rows: [FormHead.headings(CommentForm.headings, widths: CommentForm.widths)])),
      ],
      body: [
        .table(
          FormTable(
            widths: CommentForm.widths,
            rows: (rows + blank).map { FormTable.Row($0.cells.map { .init(FormText($0)) }) }))
      ],
      footer: [FormHead.bodies, FormHead.types, FormHead.pages])
  }

  package var csv: [UInt8] {
    FormSheet.bytes([CommentForm.columns.map(\.heading)] + rows.map(\.cells))
  }
}

extension CommentForm.Row {
  /// The prefilled row of a change.
  package init(on change: Ballot.Change) {
    self.init()
    place = change.about
  }
}
