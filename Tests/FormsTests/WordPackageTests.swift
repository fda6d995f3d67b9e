import Forms
import Testing

@Suite("Parts of Word documents")
struct WordPackageTests {
  private func section(_ references: [(type: String, id: String)], _ more: String = "") -> String {
    "<w:sectPr>"
      + references.map { "<w:headerReference w:type=\"\($0.type)\" r:id=\"\($0.id)\"/>" }.joined()
      + more + "</w:sectPr>"
  }

  private func headers(_ body: String, settings: String = "") throws -> [String] {
    var document = MadeDocument(body)
    document.headers = ["a": p("all"), "f": p("first"), "e": p("even"), "b": p("later")]
    document.settings = settings
    return try document.content().lines.map(\.text)
  }

  private let all = [(type: "default", id: "a"), ("first", "f"), ("even", "e")]

  @Test("Are read where pages show them: not the header of a first page that is like the others")
  func usedHeaders() throws {
    #expect(try headers(section(all)) == ["all"])
    #expect(try headers(section(all, "<w:titlePg w:val=\"0\"/>")) == ["all"])
    #expect(try headers(section(all, "<w:titlePg/>")) == ["all", "first"])
    #expect(try headers(section(all), settings: "<w:evenAndOddHeaders/>") == ["all", "even"])
  }

  @Test("Go from one section to the next, which may have its own")
  func sections() throws {
    let first = "<w:p><w:pPr>\(section(all))</w:pPr></w:p>"
    #expect(try headers(first + section([])) == ["all"])
    #expect(try headers(first + section([("default", "b")])) == ["all", "later"])
    #expect(try headers(first + section([], "<w:titlePg/>")) == ["all", "first"])
    // The same header in each section is one.
    #expect(try headers(first + first + section(all)) == ["all"])
  }

  @Test("May be strict, and stand anywhere in the archive")
  func places() throws {
    var document = MadeDocument(table([["a"]]) + section([("default", "a")]))
    document.headers = ["a": table([["h"]]) + p("line")]
    document.isStrict = true
    for (main, target) in [
      ("word/document.xml", "/word/document.xml"), ("word/other.xml", "./word/../word/other.xml"),
      ("document.xml", "document.xml"),
    ] {
      document.main = main
      document.mainTarget = target
      let content = try document.content()
      #expect(content.texts() == [["a"]], "\(main)")
      #expect(content.texts(1) == [["h"]])
      #expect(content.tables.map(\.isInHeader) == [false, true])
      #expect(
        content.tables[1].rows[0].cells[0].place.description
          == "de.docx, page header, table 1, row 1, column 1")
      #expect(content.lines.map(\.place.description) == ["de.docx, page header, line 1"])
    }
  }

  @Test("Are not fetched from elsewhere, and may be missing")
  func outside() throws {
    var document = MadeDocument(
      p("a") + section([("default", "x"), ("first", "y")], "<w:titlePg/>"))
    let open =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    document.main = "main.xml"
    document.mainTarget = "word/document.xml"
    document.extra = [
      ("word/document.xml", try #require(document.files.first { $0.name == "main.xml" }).content),
      (
        "word/_rels/document.xml.rels",
        Array(
          """
          \(open)<Relationship Id="x" Type="t/header" Target="file:///etc/passwd" TargetMode="External"/>
          <Relationship Id="y" Type="t/header" Target="../../../missing.xml"/></Relationships>
          """.utf8)
      ),
    ]
    #expect(try document.content().lines.map(\.text) == ["a"])
  }
}
