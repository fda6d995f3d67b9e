import Forms
import Foundation
import TestSupport
import Testing

/// Forms that real other programs read and wrote. `RSPMAINT_PYTHON` names a Python with python-docx;
/// `RSPMAINT_REQUIRE_OFFICE=1` makes it a failure that it or LibreOffice is missing.
@Suite("Forms of other programs")
struct OtherProgramsTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let isRequired = environment["RSPMAINT_REQUIRE_OFFICE"] == "1"
  private static let python = environment["RSPMAINT_PYTHON"]
  private static let office = "/usr/bin/soffice"
  private static let hasOffice = FileManager.default.isExecutableFile(atPath: office)

  private let comments = ["one", "two\nlines & <more> \"quotes\"\ttab", "ümläut 漢字"]

  private func convert(
    _ name: String, to format: String, _ folder: ScratchFolder, into: String,
    _ more: [String] = []
  ) throws -> [UInt8] {
    let outcome = try folder.run(
      OtherProgramsTests.office,
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", format,
        "--outdir", folder.path + "/" + into, folder.path + "/" + name,
      ] + more)
    #expect(outcome.code == 0, "\(outcome.err)")
    let ending = format.split(separator: ":")[0]
    let stem = name.split(separator: "/").last?.split(separator: ".")[0] ?? ""
    return try folder.read("\(into)/\(stem).\(ending)")
  }

  @Test(
    "Are read as LibreOffice saves them, again and again",
    .enabled(if: hasOffice || isRequired, "LibreOffice is missing."))
  func saved() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    try folder.write("form.docx", CommentForm.document(comments).bytes)
    _ = try convert("form.docx", to: "odt", folder, into: "odt")
    let twice = try convert("odt/form.odt", to: "docx", folder, into: "twice")
    let sheet = try CommentForm.sheet(twice)
    #expect(sheet.rows.map { $0[.comment] } == comments)
    #expect(sheet.rows.map { $0[.place] }.last == "Table 1, ICD-10 (change 3.2)")
    #expect(sheet.value(labelled: "Document")?.text == "N 1234")
    #expect(sheet.remarks == [])
    #expect(try convert("form.docx", to: "pdf", folder, into: "pdf").starts(with: "%PDF".utf8))
  }

  @Test(
    "Are read as LibreOffice saves CSV: other separators and encodings",
    .enabled(if: hasOffice || isRequired, "LibreOffice is missing."),
    arguments: [
      // Separator, quote and encoding by LibreOffice's own numbers.
      ("59,34,76", "ä ; € 漢"), ("9,34,65535", "ä \t € 漢"), ("44,34,1", "ä , €"),
    ])
  func spreadsheets(options: String, text: String) throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let comments = ["=not a formula", "two\nlines \"quoted\"", text]
    let rows = [CommentForm.headings] + comments.map { CommentForm.row($0) }
    try folder.write("form.csv", rows.flatMap { Array(CSV.line($0).utf8) })
    _ = try convert(
      "form.csv", to: "ods", folder, into: "ods",
      ["--infilter=Text - txt - csv (StarCalc):44,34,76,1"])
    let back = try convert(
      "ods/form.ods", to: "csv:Text - txt - csv (StarCalc):\(options),1", folder, into: "back")
    let sheet = try CommentForm.sheet(back, "form.csv")
    #expect(sheet.rows.map { $0[.comment] } == comments.map { $0.replacing("\t", with: "\\u{9}") })
  }

  @Test(
    "Are read as python-docx fills them in, and as LibreOffice saves that",
    .enabled(if: python != nil || isRequired, "RSPMAINT_PYTHON is missing."))
  func filledIn() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    try folder.write("form.docx", CommentForm.document(comments).bytes)
    let outcome = try folder.run(
      try #require(OtherProgramsTests.python),
      [
        Checkout.root + "/Tests/FormsTests/check_forms.py", folder.path + "/form.docx",
        folder.path + "/filled.docx",
      ])
    #expect(outcome.code == 0, "\(outcome.err)")
    var forms = [try folder.read("filled.docx")]
    if OtherProgramsTests.hasOffice {
      forms.append(try convert("filled.docx", to: "docx", folder, into: "saved"))
    }
    for bytes in forms {
      let sheet = try CommentForm.sheet(bytes)
      #expect(
        sheet.rows.map { $0[.comment] }
          == ["Filled in: ümläut\nfirst", comments[1], comments[2], "Added", "Merged"])
      #expect(sheet.rows.map { $0[.change] }.suffix(2) == ["Nothing", ""])
      #expect(sheet.rows.map { $0[.body] } == ["DE", "DE", "DE", "FR", "JP"])
      #expect(sheet.remarks.map(\.kind) == [.isMerged(["Comments", "Proposed change"])])
    }
  }
}
