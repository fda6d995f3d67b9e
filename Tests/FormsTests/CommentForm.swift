import Forms

/// The form on which committees comment, as tests write and read it.
enum CommentForm {
  enum Column: Hashable, Sendable {
    case body, line, clause, place, type, comment, change, observation
  }

  static let columns: [Sheet<Column>.Expected] = [
    .init(.body, "MB/NC", or: ["MB"]),
    .init(.line, "Line number (e.g. 17)", isNeeded: false),
    .init(.clause, "Clause/ Subclause (e.g. 3.1)", or: ["Clause No./ Subclause No./ Annex"]),
    .init(.place, "Paragraph/ Figure/ Table/ (e.g. Table 1)", or: ["Paragraph/Figure/Table/Note"]),
    .init(.type, "Type of comment"),
    .init(.comment, "Comments", or: ["Comment (justification for change) by the MB"]),
    .init(.change, "Proposed change", or: ["Proposed change by the MB"]),
    .init(.observation, "Observations of the secretariat", isNeeded: false),
  ]

  static let headings = [
    "MB/NC1", "Line number\n(e.g. 17)", "Clause/\nSubclause\n(e.g. 3.1)",
    "Paragraph/ Figure/ Table/\n(e.g. Table 1)", "Type of comment2", "Comments", "Proposed change",
    "Observations of the secretariat",
  ]

  /// The headings as `w:tr`.
  static let headingRow = tr(
    headings.map { tc($0.split(separator: "\n").map { p(String($0)) }.joined()) })

  static func row(_ comment: String, body: String = "DE") -> [String] {
    [body, "", "Table 1", "Table 1, ICD-10 (change 3.2)", "te", comment, "Do it.", ""]
  }

  static let widths = [12, 15, 22, 25, 16, 72, 62, 43]

  /// As the tool writes it, with a row for each comment.
  static func document(_ comments: [String]) -> FormDocument {
    let titles: [FormText] = [
      .bold("Template for comments and secretariat observations"), "Date: 2026-11-28",
      "Document: N 1234", "Project: ISO 21860",
    ]
    let headings = headings.map {
      FormTable.Cell(FormText.bold($0).aligned(.center), isShaded: true)
    }
    return FormDocument(
      .landscape,
      header: [
        .table(
          FormTable(widths: [110, 45, 60, 52], rows: [FormTable.Row(titles.map { .init($0) })])),
        .table(
          FormTable(widths: widths, headingRows: 1, rows: [FormTable.Row(headings)])),
      ],
      body: [
        .table(
          FormTable(
            widths: widths,
            rows: comments.map { FormTable.Row(row($0).map { .init(FormText($0)) }) }))
      ],
      footer: [
        .paragraph(
          FormText([.superscript("1"), .plain("  MB = Member body / NC = National Committee")])),
        .paragraph(
          FormText([.plain("page "), .page, .plain(" of "), .pages]).aligned(.trailing)),
      ])
  }

  static func sheet(_ bytes: [UInt8], _ file: String = "de.docx") throws -> Sheet<Column> {
    try Sheet(reading: bytes, file: file, expecting: columns)
  }
}
