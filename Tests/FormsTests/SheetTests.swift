import Forms
import Testing

@Suite("Sheets of forms")
struct SheetTests {
  private typealias Column = CommentForm.Column

  private func sheet(_ body: String, header: String? = nil) throws -> Sheet<Column> {
    var document = MadeDocument(
      body + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h\"/></w:sectPr>")
    document.headers = ["h": header ?? ""]
    return try CommentForm.sheet(document.bytes)
  }

  private func row(_ comment: String, body: String = "DE") -> String {
    tr(CommentForm.row(comment, body: body).map { tc(p($0)) })
  }

  @Test("Find headings in the page header, or in the body, repeated or not")
  func headings() throws {
    let header =
      table([["Date: 2026-11-28", "Document:", "N 1234"]]) + tbl([CommentForm.headingRow])
    let inHeader = try sheet(tbl([row("one"), row("two")]), header: header)
    #expect(inHeader.rows.map { $0[.comment] } == ["one", "two"])
    #expect(inHeader.rows[1].place(of: .comment).description == "de.docx, table 1, row 2, column 6")
    #expect(inHeader.value(labelled: "document")?.text == "N 1234")
    #expect(inHeader.value(labelled: "Date")?.text == "2026-11-28")
    #expect(inHeader.value(labelled: "Project")?.text == nil)
    let inBody = try sheet(
      p("Comments of DE")
        + tbl([
          tr([tc(p("1")), tc(p("2"))]), CommentForm.headingRow, row("one"), CommentForm.headingRow,
          row("two"),
        ]))
    #expect(inBody.rows.map { $0[.comment] } == ["one", "two"])
    #expect(inBody.lines.map(\.text) == ["Comments of DE", "1", "2"])
    // Word parts a table where somebody puts a paragraph into it.
    let parted = try sheet(tbl([CommentForm.headingRow, row("one")]) + p("") + tbl([row("two")]))
    #expect(parted.rows.map { $0[.comment] } == ["one", "two"])
    #expect(parted.rows[1].place.description == "de.docx, table 2, row 1")
  }

  @Test(
    "Know a heading however it is wrapped, cased and pointed, with the number of its footnote",
    arguments: [
      "Clause/ Subclause (e.g. 3.1)", "CLAUSE/SUBCLAUSE", "Clause /\nSub-clause\n(e.g.\u{A0}3.1)",
      "clause subclause (for example 4)", "Clause/ Subclause (e.g. 3.1)\u{B9}",
      "Clause/Sub\u{AD}clause3",
      "Clause No./\nSubclause No./\nAnnex\n(e.g. 3.1)",
    ])
  func wording(heading: String) throws {
    var headings = CommentForm.headings
    headings[2] = heading
    let rows = [headings, CommentForm.row("one")].map { tr($0.map { tc(p($0)) }) }
    #expect(try sheet(tbl(rows)).rows.map { $0[.clause] } == ["Table 1"])
  }

  @Test("Refuse other columns, with what was expected and what was found")
  func otherColumns() throws {
    #expect {
      _ = try sheet(table([["a"], ["MB/NC", "Comments", "Reply\nto it"], ["DE", "x", "y"]]))
    } throws: { error in
      "\(error)"
        == "de.docx: no row has the headings 'MB/NC', 'Clause/ Subclause (e.g. 3.1)', "
        + "'Paragraph/ Figure/ Table/ (e.g. Table 1)', 'Type of comment', 'Comments', "
        + "'Proposed change'; the nearest row reads 'MB/NC', 'Comments', 'Reply to it'"
    }
    #expect { _ = try sheet(p("No table")) } throws: { "\($0)".hasSuffix("there is no table") }
  }

  @Test("Keep what stands below other headings and below none, and other tables")
  func extras() throws {
    let headings = tr((CommentForm.headings + ["Our notes"]).map { tc(p($0)) })
    let sheet = try sheet(
      table([["Vote", "yes"]])
        + tbl([
          headings, tr((CommentForm.row("one") + ["note"]).map { tc(p($0)) }),
          tr((CommentForm.row("two") + ["", "more"]).map { tc(p($0)) }), row(""),
          tr(Array(repeating: tc("<w:p/>"), count: 9)),
        ]))
    #expect(sheet.rows.map { $0[.comment] } == ["one", "two", ""])
    #expect(sheet.rows.map { $0.extra.map(\.text) } == [["note"], ["more"], []])
    #expect(sheet.lines.map(\.text) == ["Vote", "yes"])
    #expect(
      sheet.remarks.map(\.kind) == [.hasOtherColumn("Our notes"), .isBeyondHeadings])
  }

  @Test("Sort cells that were merged, split or dragged by where they stand")
  func mergedAndSplit() throws {
    // The comments' column is parted in two for some rows.
    let grid = [100, 100, 100, 100, 100, 300, 300, 600, 300]
    let wide = "<w:gridSpan w:val=\"2\"/>"
    func cells(_ texts: [String], wide wideIndex: Int?) -> String {
      tr(texts.enumerated().map { tc(p($1), $0 == wideIndex ? wide : "") })
    }
    var rows = [cells(CommentForm.headings, wide: 5), cells(CommentForm.row("whole"), wide: 5)]
    rows.append(cells(["DE", "", "1", "2", "te", "left", "right", "change", ""], wide: nil))
    // Comment and change are merged.
    rows.append(
      tr(
        ["DE", "", "1", "2", "te"].map { tc(p($0)) }
          + [tc(p("both"), "<w:gridSpan w:val=\"3\"/>"), tc(p(""))]))
    // The first columns are merged down.
    rows.append(
      tr(
        [tc(p("FR"), "<w:vMerge w:val=\"restart\"/>")]
          + ["", "1", "2", "te"].map { tc(p($0)) } + [tc(p("c"), wide), tc(p("d")), tc(p(""))]))
    rows.append(
      tr(
        [tc("<w:p/>", "<w:vMerge/>")] + ["", "3", "4", "ed"].map { tc(p($0)) }
          + [tc(p("e"), wide), tc(p("f")), tc(p(""))]))
    let sheet = try sheet(tbl(rows, grid: grid))
    #expect(sheet.rows.map { $0[.comment] } == ["whole", "left\nright", "both", "c", "e"])
    #expect(sheet.rows.map { $0[.change] } == ["Do it.", "change", "", "d", "f"])
    #expect(sheet.rows.map { $0[.body] } == ["DE", "DE", "DE", "FR", "FR"])
    #expect(sheet.rows[4].cells[.body]?.isContinued == true)
    #expect(
      sheet.remarks.map(\.description) == [
        "de.docx, table 1, row 3, column 7: the cells below 'Comments' were joined",
        "de.docx, table 1, row 4, column 6: the cell is merged across 'Comments', 'Proposed change' "
          + "and was taken for the first",
      ])
  }

  @Test("Read what was written")
  func written() throws {
    let comments = ["one", "two\nlines & <more> \"quotes\"\ttab", "ümläut 漢字 e\u{301}"]
    let sheet = try CommentForm.sheet(CommentForm.document(comments).bytes)
    #expect(sheet.rows.map { $0[.comment] } == comments)
    #expect(sheet.value(labelled: "Document")?.text == "N 1234")
    #expect(sheet.remarks == [])
  }
}
