/// Reads a workbook as Excel, LibreOffice and others write it: what its cells show, however they are
/// sorted, filtered, hidden or styled.
struct WorkbookReader {
  static let mostCells = 200_000
  /// Cells further to the right are no part of a form.
  static let mostColumns = 256

  private let file: String
  private let strings: [String]
  private let formats: CellFormats

  /// The sheets in the order of their tabs, each read by itself; nil where the archive is no workbook.
  static func sheets(
    of archive: borrowing Archive, _ file: String
  ) throws(FormProblem) -> [FormContent]? {
    let start = try OfficePackage.relationships(of: "", in: archive, file)
    guard let main = start.first(where: { $0.kind == "officeDocument" })?.target,
      let workbook = try OfficePackage.part(main, in: archive, file), workbook.isSheet("workbook")
    else { return nil }
    let linked = try OfficePackage.relationships(of: main, in: archive, file)
    let strings = try part("sharedStrings", linked, archive, file)
    let styles = try part("styles", linked, archive, file)
    let reader = WorkbookReader(
      file: file, strings: texts(strings),
      formats: CellFormats(
        styles, startsIn1904: workbook.sheet("workbookPr")?.startsIn1904 ?? false))
    var contents: [FormContent] = []
    for sheet in workbook.sheet("sheets")?.elements.filter({ $0.isSheet("sheet") }) ?? [] {
      let id = sheet.value("id", in: .relationships)
      guard let target = linked.first(where: { $0.id == id && $0.kind == "worksheet" })?.target,
        let root = try OfficePackage.part(target, in: archive, file)
      else { continue }
      contents.append(try reader.content(of: root, named: sheet.value("name") ?? target))
    }
    guard !contents.isEmpty else {
      throw FormProblem(.isDamaged("it has no sheet"), at: FormPlace(file: file))
    }
    return contents
  }

  /// The part of a kind that the workbook leads to.
  private static func part(
    _ kind: String, _ linked: [OfficePackage.Relationship], _ archive: borrowing Archive,
    _ file: String
  ) throws(FormProblem) -> XMLElement? {
    guard let target = linked.first(where: { $0.kind == kind })?.target else { return nil }
    return try OfficePackage.part(target, in: archive, file)
  }

  /// The texts that cells share.
  private static func texts(_ root: XMLElement?) -> [String] {
    root?.elements.filter { $0.isSheet("si") }.map(text) ?? []
  }

  /// The text of a shared or inline string, without what says how it is pronounced.
  private static func text(_ element: XMLElement) -> String {
    element.elements.reduce(into: "") { text, part in
      if part.isSheet("t") { text += part.text }
      if part.isSheet("r") { text += part.sheet("t")?.text ?? "" }
    }
  }

  private func content(of root: XMLElement, named name: String) throws(FormProblem) -> FormContent {
    var rows: [(number: Int, cells: [Int: String])] = []
    var (count, last) = (0, 0)
    for row in root.sheet("sheetData")?.elements.filter({ $0.isSheet("row") }) ?? [] {
      let number = row.value("r").flatMap { Int($0) } ?? last + 1
      last = number
      let cells = cells(of: row)
      count += cells.count
      guard count <= WorkbookReader.mostCells else {
        throw FormProblem(
          .hasTooManyCells(most: WorkbookReader.mostCells),
          at: FormPlace(file: file, area: .sheet(name, row: number, column: nil)))
      }
      if !cells.isEmpty { rows.append((number, cells)) }
    }
    let merged = MergedCells(root.sheet("mergeCells"))
    let width = rows.flatMap(\.cells.keys).max() ?? 0
    let top = Dictionary(rows.map { ($0.number, $0.cells) }) { first, _ in first }
    let table = FormContent.Table(
      isInHeader: false,
      rows: rows.map { number, cells in
        FormContent.Row(
          cells: (1...max(1, width)).map { column in
            let above = merged.top(of: number, column).flatMap { top[$0.row]?[$0.column] }
            return FormContent.Cell(
              text: cells[column] ?? "",
              place: FormPlace(file: file, area: .sheet(name, row: number, column: column)),
              edges: column - 1..<column, isContinued: above != nil, above: above ?? "")
          }, place: FormPlace(file: file, area: .sheet(name, row: number, column: nil)))
      })
    return FormContent(file: file, lines: [], tables: [table], remarks: [])
  }

  /// What the cells of a row show, by column; those that show nothing are left out.
  private func cells(of row: XMLElement) -> [Int: String] {
    var cells: [Int: String] = [:]
    var last = 0
    for cell in row.elements where cell.isSheet("c") {
      let column = cell.value("r").flatMap { CellName($0)?.column } ?? last + 1
      last = column
      let text = text(of: cell).trimmed
      if column <= WorkbookReader.mostColumns, !text.isEmpty { cells[column] = text }
    }
    return cells
  }

  /// What a cell shows: of a formula, the value that it had when the workbook was saved.
  private func text(of cell: XMLElement) -> String {
    let value = cell.sheet("v")?.text ?? ""
    switch cell.value("t") {
    case "s":
      guard let index = Int(value), strings.indices.contains(index) else { return "" }
      return strings[index]
    case "inlineStr": return cell.sheet("is").map(WorkbookReader.text) ?? ""
    case "b": return value == "1" ? "TRUE" : "FALSE"
    case "str", "e", "d": return value
    default:
      if value.isEmpty, let formula = cell.sheet("f")?.text { return "=" + formula }
      return formats.text(of: value, style: cell.value("s").flatMap { Int($0) })
    }
  }
}

extension XMLElement {
  /// Whether days count from 1904, as old workbooks of the Macintosh do.
  fileprivate var startsIn1904: Bool { ["1", "true"].contains(value("date1904") ?? "0") }
}
