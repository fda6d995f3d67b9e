import Forms
import Testing

@Suite("Word documents")
struct WordReadingTests {
  /// The text of one cell that holds this.
  private func cell(_ content: String) throws -> (text: String, remarks: [FormRemark.Kind]) {
    let content = try MadeDocument(tbl([tr([tc(content)])])).content()
    #expect(
      content.remarks.allSatisfy { $0.place.description == "de.docx, table 1, row 1, column 1" })
    return (content.texts()[0][0], content.remarks.map(\.kind))
  }

  private func run(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  @Test("Keep paragraphs, line breaks, tabs and list items as lines, and drop what is not text")
  func lines() throws {
    let list = "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
    let text = try cell(
      "<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:cr/></w:r></w:p>"
        + "<w:p>\(list)\(run("first"))</w:p><w:p>\(list)\(run("second"))</w:p>"
        + "<w:p>\(run("com\u{AD}ment"))<w:r><w:softHyphen/><w:t>s</w:t><w:noBreakHyphen/></w:r></w:p>"
        + "<w:p><w:r><w:lastRenderedPageBreak/><w:t> a\n b </w:t></w:r><w:bookmarkStart/></w:p>")
    #expect(text.text == "one\ntwo\tthree\n\nfirst\nsecond\ncomments-\na  b")
    #expect(text.remarks == [])
  }

  @Test("Take tracked changes as shown, and say so")
  func trackedChanges() throws {
    let inserted = "<w:ins w:id=\"1\" w:author=\"A\">\(run("new"))</w:ins>"
    let deleted = "<w:del w:id=\"2\"><w:r><w:delText>old</w:delText></w:r></w:del>"
    let moved =
      "<w:moveFrom w:id=\"3\">\(run("gone"))</w:moveFrom><w:moveTo>\(run(" here"))</w:moveTo>"
    #expect(
      try cell("<w:p>\(run("a "))\(deleted)\(inserted)\(moved)</w:p>")
        == ("a new here", [.hasTrackedChanges]))
    // The end of the first paragraph was deleted.
    let mark = "<w:pPr><w:rPr><w:del w:id=\"4\"/></w:rPr></w:pPr>"
    #expect(
      try cell("<w:p>\(mark)\(run("one "))</w:p><w:p>\(run("line"))</w:p>")
        == ("one line", [.hasTrackedChanges]))
    let rows = try MadeDocument(
      tbl([
        tr([tc(p("a"))]), tr([tc(p("gone"))], "<w:del w:id=\"1\"/>"),
        tr([tc(p("new"))], "<w:ins w:id=\"2\"/>"),
        tr([tc(p("no"), "<w:cellDel w:id=\"3\"/>"), tc(p("yes"))]),
      ])
    ).content()
    #expect(rows.texts() == [["a"], ["new"], ["yes"]])
    #expect(
      rows.remarks.map(\.description) == [2, 3].map {
        "de.docx, table 1, row \($0): tracked changes were taken as shown: insertions are in, "
          + "deletions are out"
      } + [
        "de.docx, table 1, row 4, column 1: tracked changes were taken as shown: insertions are in, "
          + "deletions are out"
      ])
    // A row counts also where it was deleted, for Word shows it.
    #expect(rows.tables[0].rows.map(\.place.description).last == "de.docx, table 1, row 4")
  }

  @Test("Show what content controls hold, but not what asks for text")
  func contentControls() throws {
    func sdt(_ content: String, _ properties: String = "") -> String {
      "<w:sdt><w:sdtPr>\(properties)</w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
    }
    let prompt = "<w:showingPlcHdr/>"
    #expect(
      try cell("<w:p>\(sdt(run("a")))\(sdt(run("Click here"), prompt))</w:p>") == (
        "a", [.hasPrompt]
      ))
    #expect(try cell(sdt(p("a")) + sdt(p("Click here"), prompt)) == ("a", [.hasPrompt]))
    let wrapped = try MadeDocument(
      sdt(tbl([sdt(tr([sdt(tc(p("a"))), tc(p("b"))])), tr([tc(p("c")), tc(p("d"))])])) + sdt(p("e"))
    ).content()
    #expect(wrapped.texts() == [["a", "b"], ["c", "d"]])
    #expect(wrapped.lines.map(\.text) == ["e"])
  }

  @Test("Show the results of fields, not their instructions")
  func fields() throws {
    func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    let code = "<w:r><w:instrText> REF a </w:instrText></w:r>"
    #expect(
      try cell("<w:p>\(mark("begin"))\(code)\(mark("separate"))\(run("3.1"))\(mark("end"))!</w:p>")
        .text == "3.1")
    let inner = mark("begin") + code + mark("separate") + run("inner") + mark("end")
    #expect(
      try cell(
        "<w:p>\(mark("begin"))\(code)\(inner)\(mark("separate"))\(run("all"))\(mark("end"))</w:p>"
      ).text == "all")
    #expect(
      try cell("<w:p><w:fldSimple w:instr=\"PAGE\">\(run("7"))</w:fldSimple></w:p>").text == "7")
    // One that is never ended hides nothing, in this cell or the next.
    let open = try MadeDocument(
      tbl([tr([tc("<w:p>\(mark("begin"))\(code)\(run("kept"))</w:p>"), tc(p("next"))])])
    ).content()
    #expect(open.texts() == [["kept", "next"]])
    // A field of several paragraphs.
    let long = try MadeDocument(
      "<w:p>\(mark("begin"))\(code)\(mark("separate"))\(run("a"))</w:p>"
        + "<w:p>\(run("b"))\(mark("end"))\(run("c"))</w:p>"
    ).content()
    #expect(long.lines.map(\.text) == ["a", "bc"])
  }

  @Test("Show one branch of alternate content, and what stands in boxes")
  func alternateContent() throws {
    func box(_ text: String) -> String { "<w:txbxContent>\(p(text))</w:txbxContent>" }
    let both =
      "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>\(box("once"))</wps:txbx>"
      + "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>\(box("once"))</v:textbox></w:pict>"
      + "</mc:Fallback></mc:AlternateContent>"
    #expect(try cell("<w:p>\(run("a"))<w:r>\(both)</w:r>\(run("b"))</w:p>").text == "ab\nonce")
    #expect(
      try cell(
        "<w:p><mc:AlternateContent><mc:Fallback>\(run("f"))</mc:Fallback></mc:AlternateContent></w:p>"
      ).text == "f")
  }

  @Test("Show links, formulas, symbols and unknown wrappers; leave out and name what can't be text")
  func others() throws {
    #expect(
      try cell(
        "<w:p><w:hyperlink r:id=\"x\">\(run("link"))</w:hyperlink><w:smartTag>\(run(" tag"))</w:smartTag>"
          + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>"
          + "<w:r><w:sym w:font=\"Symbol\" w:char=\"03B1\"/></w:r>"
          + "<m:oMathPara><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></m:oMathPara>"
          + "<w:future>\(run("!"))</w:future></w:p>"
      ).text == "link tag\u{2611}αx=1!")
    let left = try cell(
      "<w:p><w:commentRangeStart/>\(run("a"))<w:r><w:commentReference w:id=\"1\"/></w:r>"
        + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>\(run("secret", "<w:vanish/>"))"
        + "<w:r><w:drawing><a:graphic><a:blip/></a:graphic></w:drawing></w:r></w:p>"
        + "<w:altChunk r:id=\"x\"/>"
        + table([["b", "c"], ["d", "e"]]) + p("f"))
    #expect(left.text == "a\nb\tc\nd\te\nf")
    #expect(
      left.remarks == [
        .hasEmbeddedFile, .hasMarginComments, .hasFootnotes, .hasHiddenText, .hasPicture,
        .hasTableInCell,
      ])
  }

  @Test("Say which cells are merged, across and down")
  func merged() throws {
    let content = try MadeDocument(
      tbl(
        [
          tr([
            tc(p("a"), "<w:vMerge w:val=\"restart\"/>"), tc(p("b"), "<w:gridSpan w:val=\"2\"/>"),
          ]),
          tr([tc("<w:p/>", "<w:vMerge/>"), tc(p("c")), tc(p("d"))]),
          tr([tc(p("e"))], "<w:gridBefore w:val=\"2\"/>"),
          tr([tc(p("f"), "<w:hMerge w:val=\"restart\"/>"), tc(p("g"), "<w:hMerge/>"), tc(p("h"))]),
        ], grid: [100, 100, 200])
    ).content()
    #expect(content.texts() == [["a", "b"], ["", "c", "d"], ["e"], ["f\ng", "h"]])
    let continued = content.tables[0].rows[1].cells[0]
    #expect(continued.isContinued && continued.above == "a")
  }
}
