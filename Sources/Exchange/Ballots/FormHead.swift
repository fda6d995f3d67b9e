import Forms
import PortfolioModel

/// What stands in the page header and footer of a ballot's forms.
struct FormHead {
  let title: String
  /// The day that the form is of.
  let date: CalendarDate
  let document: String?
  let project: String?

  init(_ title: String, of ballot: Ballot, on date: CalendarDate) {
    self.title = title
    self.date = date
    (document, project) = (ballot.document, ballot.project)
  }

  /// Title, date, document and project side by side, in shares of the whole.
  func line(_ widths: [Int] = [110, 45, 60, 52]) -> FormDocument.Block {
    let cells: [FormText] = [
      .bold(title), "Date: \(date.description)", "Document: \(document ?? "")",
      "Project: \(project ?? "")",
    ]
    return .table(
      FormTable(widths: widths, rows: [FormTable.Row(cells.map { .init($0) })]))
  }

  static func headings(_ texts: [String], widths: [Int]) -> FormTable.Row {
    FormTable.Row(
      texts.map { text in
        // A number at the end is that of a footnote.
        let mark = text.last.flatMap { "12".contains($0) ? String($0) : nil }
        let words = mark == nil ? text : String(text.dropLast())
        let parts: [FormText.Part] = [.bold(words)] + (mark.map { [.superscript($0)] } ?? [])
        return FormTable.Cell(FormText(parts, .center), isShaded: true)
      })
  }

  static let pages = FormDocument.Block.paragraph(
    FormText([.plain("page "), .page, .plain(" of "), .pages], .trailing))

  /// What the two notes of the headings say.
  static let bodies = FormDocument.Block.paragraph(
    FormText([
      .superscript("1"),
      .plain(
        "  MB = Member body / NC = National Committee: the body's name, or its id in the ballot"),
    ]))
  static let types = FormDocument.Block.paragraph(
    FormText([
      .superscript("2"),
      .plain("  Type of comment: ge = general, te = technical, ed = editorial"),
    ]))
}
