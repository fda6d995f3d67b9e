/// Reads a Word document: its body, and the page headers that it uses.
enum WordReader {
  static func content(
    of archive: borrowing Archive, _ file: String
  ) throws(FormProblem) -> FormContent {
    let start = try OfficePackage.relationships(of: "", in: archive, file)
    guard let main = start.first(where: { $0.kind == "officeDocument" })?.target,
      let document = try OfficePackage.part(main, in: archive, file),
      let body = document.word("body")
    else { throw problem(of: archive, file) }
    let linked = try OfficePackage.relationships(of: main, in: archive, file)
    var header = WordStory(file: file, isInHeader: true)
    let targets = Dictionary(
      linked.map { ($0.id, $0.target) }, uniquingKeysWith: { first, _ in first })
    var isRead: Set<String> = []
    for id in try headers(of: body, alternates: alternates(linked, archive, file)) {
      guard let target = targets[id], isRead.insert(target).inserted,
        let root = try OfficePackage.part(target, in: archive, file)
      else { continue }
      header.add(root)
    }
    var story = WordStory(file: file, isInHeader: false)
    story.add(body)
    return FormContent(
      file: file, lines: header.lines + story.lines, tables: story.tables + header.tables,
      remarks: header.remarks + story.remarks)
  }

  /// What an archive is that holds no Word document.
  private static func problem(of archive: borrowing Archive, _ file: String) -> FormProblem {
    let names = archive.names
    let fault: FormProblem.Fault =
      if names.contains("mimetype") {
        .isOther(.openDocument)
      } else if names.contains(where: { $0.utf8.starts(with: "xl/".utf8) }) {
        .isOther(.workbook)
      } else if names.contains("[Content_Types].xml") {
        .lacksPart("word/document.xml")
      } else {
        .isOther(.archive)
      }
    return FormProblem(fault, at: FormPlace(file: file))
  }

  /// The ids of the page headers that pages show: of each section those of all pages, and those of
  /// first and even pages only where these differ from others. A section without one has that of the
  /// section before. An id may come several times.
  private static func headers(of body: XMLElement, alternates: Bool) -> [String] {
    var ids: [String] = []
    var current: [String: String] = [:]
    for section in sections(of: body) {
      for reference in section.elements where reference.isWord("headerReference") {
        let type = reference.value("type", in: .word) ?? "default"
        current[type] = reference.value("id", in: .relationships)
      }
      let hasFirst = section.word("titlePg")?.isOn ?? false
      let shown = ["default"] + (hasFirst ? ["first"] : []) + (alternates ? ["even"] : [])
      ids += shown.compactMap { current[$0] }
    }
    return ids
  }

  /// In order; all but the last stand in the last paragraph of their section.
  private static func sections(of body: XMLElement) -> [XMLElement] {
    WordElements.shown(in: body).elements.compactMap { element in
      element.isWord("sectPr") ? element : element.word("pPr")?.word("sectPr")
    }
  }

  /// Whether even pages have headers of their own.
  private static func alternates(
    _ linked: [OfficePackage.Relationship], _ archive: borrowing Archive, _ file: String
  ) throws(FormProblem) -> Bool {
    guard let target = linked.first(where: { $0.kind == "settings" })?.target else { return false }
    return try OfficePackage.part(target, in: archive, file)?.word("evenAndOddHeaders")?.isOn
      ?? false
  }
}
