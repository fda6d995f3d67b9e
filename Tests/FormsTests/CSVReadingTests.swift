import Forms
import Testing

@Suite("CSV")
struct CSVReadingTests {
  private let headings = CommentForm.headings.map {
    "\"" + $0 + "\""
  }

  private func lines(_ separator: String, end: String = "\r\n") -> String {
    let rows = [
      headings, ["DE", "", "1", "T", "te", "\"a \(separator) \"\"b\"\"\nc\"", "d", ""],
      ["ÄÖ", "", "2", "U", "ed", "€ – x", "e", ""],
    ]
    return rows.map { $0.joined(separator: separator) + end }.joined()
  }

  private func check(_ bytes: [UInt8], _ separator: String, _ name: String) throws {
    let sheet = try CommentForm.sheet(bytes, "de.csv")
    #expect(sheet.rows.map { $0[.comment] } == ["a \(separator) \"b\"\nc", "€ – x"], "\(name)")
    #expect(sheet.rows.map { $0[.body] } == ["DE", "ÄÖ"], "\(name)")
    #expect(sheet.rows[1].place(of: .comment).description == "de.csv, row 3, column 6")
    #expect(sheet.remarks == [], "\(name)")
  }

  @Test("Is read with each separator, end of line and encoding", arguments: [",", ";", "\t"])
  func forms(separator: String) throws {
    for end in ["\r\n", "\n", "\r"] {
      let text = lines(separator, end: end)
      let wide = Array(text.utf16)
      let forms: [(String, [UInt8])] = [
        ("UTF-8", Array(text.utf8)), ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
        ("UTF-16 LE", [0xFF, 0xFE] + wide.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
        ("UTF-16 BE", [0xFE, 0xFF] + wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
        (
          "Windows-1252",
          text.unicodeScalars.map { $0 == "€" ? 0x80 : $0 == "–" ? 0x96 : UInt8($0.value) }
        ),
      ]
      for (name, bytes) in forms { try check(bytes, separator, "\(name), \(end.debugDescription)") }
    }
    try check(Array("sep=\(separator)\r\n\(lines(separator))".utf8), separator, "sep=")
  }

  @Test("May have titles above, blank and ragged rows, and one column too many")
  func ragged() throws {
    let text =
      "Comments of DE\nDate:,2026-11-28\n\n" + headings.joined(separator: ",") + "\n"
      + "DE,,1\n,,,,,,,\nDE,,1,T,te,c,d,,more,\nlast"
    let sheet = try CommentForm.sheet(Array(text.utf8), "de.csv")
    #expect(sheet.lines.map(\.text) == ["Comments of DE", "Date:", "2026-11-28"])
    #expect(sheet.value(labelled: "Date")?.text == "2026-11-28")
    #expect(sheet.rows.map { $0[.body] } == ["DE", "DE", "last"])
    #expect(sheet.rows.map { $0[.comment] } == ["", "c", ""])
    #expect(sheet.rows[1].extra.map(\.text) == ["more"])
    // The headings are wrapped, but are one row; the blank rows count.
    #expect(
      sheet.remarks.map(\.description) == [
        "de.csv, row 7, column 9: the cell stands below no heading"
      ])
  }

  @Test("Loses no row to a quote that is never closed, or is closed too early")
  func quotes() throws {
    let start = headings.joined(separator: ";") + "\n"
    let open = try CommentForm.sheet(
      Array((start + "DE;;1;T;te;\"x;d;\nFR;;2;U;ed;y \"z\";d;\n").utf8), "de.csv")
    #expect(open.rows.map { $0[.comment] } == ["\"x", "y \"z\""])
    let next = try CommentForm.sheet(
      Array((start + "DE;;1;T;te;\"x;d;\nFR;;2;U;ed;\"y;\nz\";d;\n").utf8), "de.csv")
    #expect(next.rows.map { $0[.comment] } == ["\"x", "y;\nz"])
    let early = try CommentForm.sheet(
      Array((start + "DE;;1;T;te;\"x\" y;d;\nFR;;2;U;ed;\"\";d;\n").utf8), "de.csv")
    #expect(early.rows.map { $0[.comment] } == ["x y", ""])
    let never = try CommentForm.sheet(
      Array((start + "DE;;1;T;te;\"x;d;\nFR;;2;U;ed;y;d;\n").utf8), "de.csv")
    #expect(never.rows.map { $0[.comment] } == ["\"x", "y"])
    #expect(
      never.remarks.map(\.description) == [
        "de.csv, row 2, column 6: the quotes in the cell do not match, and were taken as they stand"
      ])
  }

  @Test("Reads back what was written, also what might be a formula")
  func written() throws {
    let texts = [
      "=1+1", "-5", "'quoted'", "'=x", "a,b", "say \"a\"", "two\nlines", "+", " @x", "", "ä",
    ]
    let text = CSV.line(texts) + CSV.line(["a"])
    let content = try FormContent(reading: Array(text.utf8), file: "x.csv")
    #expect(content.texts()[0] == texts.map(\.trimmed))
  }

  @Test("Is refused with other columns, by the separator that comes nearest")
  func otherColumns() throws {
    #expect {
      _ = try CommentForm.sheet(Array("MB/NC;Comments;Note, or reply\nDE;a;b\n".utf8), "de.csv")
    } throws: {
      "\($0)".hasSuffix("the nearest row reads 'MB/NC', 'Comments', 'Note, or reply'")
    }
  }

  @Test("Says that bytes are no characters, and holds its limits")
  func limits() throws {
    let content = try FormContent(reading: [0xFF, 0xFE, 0x41, 0, 0x42], file: "x.csv")
    #expect(
      content.remarks.map(\.description) == ["x.csv: bytes that are no characters were replaced"])
    #expect(content.texts() == [["A"]])
    for (count, fault) in [
      (200_001, FormProblem.Fault.hasTooManyCells(most: 200_000)),
      (6 << 20, .holdsTooMuch(megabytes: 5)),
    ] {
      do throws(FormProblem) {
        _ = try FormContent(
          reading: [UInt8](repeating: UInt8(ascii: ","), count: count), file: "x.csv")
        Issue.record("\(count)")
      } catch { #expect(error.fault == fault) }
    }
  }
}
