import Foundation
import TestSupport
import Testing

/// The tables as comma-separated values, which a spreadsheet opens.
@Suite("Sheets")
struct SheetTests {
  @Test("Lets no cell of a sheet become a formula")
  func formulas() throws {
    let sandbox = try Sandbox(git: false)
    defer { sandbox.remove() }
    let path = "Portfolio/standards/data/ucum.yml"
    let record = try sandbox.read(path)
    // YAML's own escapes bring in what the file itself may not hold.
    for (name, shown) in [
      (#"=HYPERLINK(\"x\",1)"#, #"'=HYPERLINK("x",1)"#), ("+1", "'+1"), ("-1", "'-1"),
      ("@SUM(1)", "'@SUM(1)"), (" =1", "' =1"), (#"\_=1"#, "'\u{A0}=1"), (#"\"=1"#, "'\"=1"),
      ("'=1", "''=1"), ("\u{301}=1", "'\u{301}=1"), ("\u{AD}=1", "'\u{AD}=1"),
      ("\u{FF1D}1", "'\u{FF1D}1"), ("\u{FF0B}1", "'\u{FF0B}1"), ("\u{FF0D}1", "'\u{FF0D}1"),
      ("\u{FF20}1", "'\u{FF20}1"), ("1=1", "1=1"), ("(a) -1", "(a) -1"),
    ] {
      try sandbox.write(
        record.replacingOccurrences(of: "brief-name: UCUM\n", with: "brief-name: \"\(name)\"\n"),
        to: path)
      let sheet = Sheet(try sandbox.rspmaint(["tables", "--format", "csv"]).out)
      #expect(sheet.isWellFormed, "\(name)")
      #expect(
        sheet.rows.contains { $0.count > 4 && $0[4].utf8.elementsEqual(shown.utf8) }, "\(name)")
    }
  }

  @Test("Keeps every cell of a sheet in its place, whatever marks stand on a quote")
  func places() throws {
    let sandbox = try Sandbox(git: false)
    defer { sandbox.remove() }
    let path = "Portfolio/standards/data/ucum.yml"
    let record = try sandbox.read(path)
    let count = Sheet(try sandbox.rspmaint(["tables", "--format", "csv"]).out).rows.count
    for (name, shown) in [
      (#"x\"\u0301,=HYPERLINK(1)"#, "x\"\u{301},=HYPERLINK(1)"),
      (#"x\"\u0301,\"\u0301"#, "x\"\u{301},\"\u{301}"), (#"x\"\u20e3\",y"#, "x\"\u{20E3}\",y"),
      (#"x,\u0301y"#, "x,\u{301}y"),
      (#"x\ty"#, "x\\u{9}y"), (#"x\r=1"#, "x\\u{D}=1"), (#"\t=1"#, "\\u{9}=1"),
      (#"\e[2J\x9b\u202E"#, "\\u{1B}[2J\\u{9B}\\u{202E}"),
    ] {
      try sandbox.write(
        record.replacingOccurrences(of: "brief-name: UCUM\n", with: "brief-name: \"\(name)\"\n"),
        to: path)
      let sheet = Sheet(try sandbox.rspmaint(["tables", "--format", "csv"]).out)
      #expect(sheet.isWellFormed && sheet.rows.count == count, "\(name)")
      #expect(
        sheet.rows.contains { $0.count > 4 && $0[4].utf8.elementsEqual(shown.utf8) }, "\(name)")
    }
  }
}
