import Foundation
import TestSupport
import Testing

/// The workbook of a survey, filled in and saved by other programs. `RSPMAINT_PYTHON` names a Python with
/// openpyxl; `RSPMAINT_REQUIRE_OFFICE=1` makes it a failure that it or LibreOffice is missing.
@Suite("The workbook of a survey")
struct SurveyOfficeTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let isRequired = environment["RSPMAINT_REQUIRE_OFFICE"] == "1"
  private static let python = environment["RSPMAINT_PYTHON"]
  private static let office = "/usr/bin/soffice"
  private static let hasOffice = FileManager.default.isExecutableFile(atPath: office)

  /// What the expert's answers are in the end.
  private static let answers = """
    answers:
      - standard: loinc
        factor: site-deployment
        level: no-opinion
      - standard: loinc
        factor: tooling
        level: high
        certainty: certain
        evidence: "2026-09-30"
        comment: |
          Two lines,
          ümläut
      - standard: icd-10
        factor: site-deployment
        region: us
        level: universal
      - standard: icd-10
        factor: site-deployment
        region: canada
        level: universal

    """

  private func export(_ survey: SurveySession, _ name: String) throws -> String {
    let path = try survey.path(name)
    try survey.does(["survey", "export", "use", "--output", path], on: SurveySession.answered)
    return path
  }

  private func filledIn(_ survey: SurveySession) throws -> String {
    let filled = try survey.path("filled.xlsx")
    let script = Checkout.root + "/Tests/CommandTests/fill_survey.py"
    let outcome = try survey.sandbox.start(
      SurveyOfficeTests.python ?? "/usr/bin/python3",
      [script, try export(survey, "form.xlsx"), filled], .editor, input: nil)
    try #require(outcome.code == 0, "\(outcome.err)")
    return filled
  }

  private func convert(
    _ path: String, to format: String, into folder: String, _ survey: SurveySession
  ) throws -> String {
    let output = try survey.path(folder)
    let outcome = try survey.sandbox.start(
      SurveyOfficeTests.office,
      [
        "-env:UserInstallation=file://\(try survey.path("profile"))", "--headless", "--convert-to",
        format, "--outdir", output, path,
      ], .editor, input: nil)
    try #require(outcome.code == 0, "\(outcome.err)")
    let stem = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
    return "\(output)/\(stem).\(format.split(separator: ":")[0])"
  }

  private func take(_ survey: SurveySession, _ path: String) throws -> String {
    try survey.does(
      ["survey", "import", "use", path, "--expert", SurveySession.person("Ada")],
      on: SurveySession.answered)
  }

  private func expectAnswers(_ survey: SurveySession) throws {
    try survey.close()
    let text = try survey.sandbox.read(try survey.response())
    #expect(text.hasSuffix(SurveyOfficeTests.answers), "\(text)")
    #expect(try survey.audit() == [])
  }

  @Test("Has the same bytes each time, whatever the day")
  func bytes() throws {
    try SurveySession.run { survey in
      let first = try export(survey, "one.xlsx")
      Thread.sleep(forTimeInterval: 2.1)
      let second = try survey.path("two.xlsx")
      try survey.does(["survey", "export", "use", "--output", second], on: SurveySession.closes)
      let bytes = [UInt8](try #require(FileManager.default.contents(atPath: first)))
      #expect(bytes == [UInt8](try #require(FileManager.default.contents(atPath: second))))
      // Each part is dated on the first day that archives know: its time and day are 0 and 33.
      let starts = bytes.indices.dropLast(14).filter { index in
        bytes[index..<(index + 4)].elementsEqual([0x50, 0x4B, 3, 4])
      }
      #expect(starts.count > 5)
      #expect(starts.allSatisfy { bytes[($0 + 10)..<($0 + 14)].elementsEqual([0, 0, 33, 0]) })
    }
  }

  @Test("Is refused as neither XLSX nor CSV by its name")
  func otherNames() throws {
    try SurveySession.run { survey in
      let said = try survey.refuses(
        ["survey", "export", "use", "--output", try survey.path("form.ods")], code: 64)
      #expect(said.contains("neither a workbook nor CSV by its name"), "\(said)")
    }
  }

  @Test(
    "Is as openpyxl reads it, and is taken as openpyxl fills it in",
    .enabled(if: python != nil || isRequired, "RSPMAINT_PYTHON is missing."))
  func filled() throws {
    try SurveySession.run { survey in
      let said = try take(survey, try filledIn(survey))
      #expect(
        said.contains(
          "filled.xlsx, sheet 'Answers', cell F2: 'hihg' is not a level of tooling, and was not taken "
            + "(did you mean 'high'?)"), "\(said)")
      #expect(said.contains("Ada has answered 5 of 6 rows."), "\(said)")
      try survey.close()
      let text = try survey.sandbox.read(try survey.response())
      #expect(
        text.hasSuffix(
          SurveyOfficeTests.answers
            + "  - standard: icd-10\n    factor: tooling\n    comment: |\n      =1+1\n"), "\(text)")
    }
  }

  @Test(
    "Is taken as LibreOffice saves it: by way of ODS, and as CSV",
    .enabled(
      if: python != nil && hasOffice || isRequired, "RSPMAINT_PYTHON or LibreOffice is missing."),
    arguments: ["xlsx", "csv"])
  func saved(format: String) throws {
    try SurveySession.run { survey in
      let sheets = try convert(try filledIn(survey), to: "ods", into: "ods", survey)
      let back = try convert(sheets, to: format, into: "back", survey)
      let said = try take(survey, back)
      #expect(said.contains("of 6 rows."), "\(said)")
      try survey.close()
      let text = try survey.sandbox.read(try survey.response())
      for line in [
        "level: no-opinion", "certainty: certain", "evidence: \"2026-09-30\"", "      ümläut",
        "level: universal",
      ] {
        #expect(text.contains(line), "\(line)\n\(text)")
      }
    }
  }
}
