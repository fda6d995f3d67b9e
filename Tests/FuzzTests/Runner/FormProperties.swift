import Forms

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

  var isRead: Bool { content != nil }

  func broken() -> [String] {
    var broken: [String] = []
    if FormProperties.content(of: bytes) != content {
      broken.append("a form read again is another")
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
