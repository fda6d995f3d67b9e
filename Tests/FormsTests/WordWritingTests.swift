import Forms
import Foundation
import TestSupport
import Testing

@Suite("Written Word documents")
struct WordWritingTests {
  static let letter = FormDocument(
    .portrait, header: [.paragraph(FormText("N 1234").aligned(.trailing))],
    body: [
      .heading("Ballot 2", level: 0),
      .paragraph(FormText([.plain("Vote by "), .bold("2026-12-24")])),
      .heading("The rule"), .item("Two \u{1}thirds & more\u{202E}"), .item("a\r\nb\tc"),
      .table(
        FormTable(
          widths: [1, 2, 3], headingRows: 1,
          rows: [
            FormTable.Row(["a", "b", "c"].map { .init(.bold($0), isShaded: true) }),
            FormTable.Row([
              .init("d", columns: 2), .init(FormText([.italic("e")]).aligned(.center)),
            ]),
          ])),
      .table(FormTable(widths: [1], style: .plain, rows: [FormTable.Row([.init()])])), .pageBreak,
      .heading("More", level: 2),
    ])

  /// The parts of a document, each with its name, a line for each element.
  private func parts(_ document: FormDocument) throws -> String {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = try folder.write("a.docx", document.bytes)
    let outcome = try folder.run(
      "/usr/bin/python3",
      [
        "-c",
        """
        import sys, zipfile, xml.dom.minidom
        with zipfile.ZipFile(sys.argv[1]) as a:
            for i in a.infolist():
                text = a.read(i).decode()
                xml.dom.minidom.parseString(text)
                print("==", i.filename, "%08x" % i.CRC)
                print(text.replace("><", ">\\n<"))
        """, path,
      ])
    #expect(outcome.code == 0, "\(outcome.err)")
    return outcome.out
  }

  @Test("Are the same bytes each time, and these", arguments: ["form", "letter"])
  func golden(name: String) throws {
    let document = name == "form" ? CommentForm.document(["one", "two\nlines"]) : Self.letter
    #expect(document.bytes == document.bytes)
    let text = try parts(document)
    let path = Checkout.root + "/Tests/FormsTests/Snapshots/\(name).txt"
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      Issue.record("recorded \(name)")
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test("Are read again with their lines and tables; what is not seen is spelled out")
  func again() throws {
    let content = try FormContent(reading: Self.letter.bytes, file: "letter.docx")
    #expect(
      content.lines.map(\.text) == [
        "N 1234", "Ballot 2", "Vote by 2026-12-24", "The rule",
        "Two \\u{1}thirds & more\\u{202E}", "a\nb\tc", "More",
      ])
    #expect(content.tables.count == 2)
    #expect(content.texts() == [["a", "b", "c"], ["d", "e"]])
    #expect(content.remarks == [])
  }

  @Test("Have no table without rows and no row without cells, which Word takes for damage")
  func empty() throws {
    let document = FormDocument(
      .portrait,
      body: [
        .table(FormTable(widths: [1, 1], rows: [])),
        .table(FormTable(widths: [1, 1], rows: [FormTable.Row([])])),
      ])
    let text = try parts(document)
    #expect(text.matches(of: /<w:tbl>/).count == 1)
    #expect(text.matches(of: /<w:gridSpan w:val="2"/).count == 1)
    #expect(try FormContent(reading: document.bytes, file: "x").texts() == [[""]])
  }

  @Test("Give each column its share, and all of them the whole width")
  func widths() throws {
    for widths in [[1], [1, 1, 1], [12, 15, 22, 25, 16, 72, 62, 43], [0, 1]] {
      let table = FormTable(widths: widths, rows: [FormTable.Row(widths.map { _ in .init() })])
      let document = FormDocument(.landscape, body: [.table(table)])
      let text = try parts(document)
      let given = text.matches(of: /<w:gridCol w:w="([0-9]+)"/).compactMap { Int($0.1) }
      #expect(given.count == widths.count)
      #expect(given.reduce(0, +) == 15_138)
    }
  }
}
