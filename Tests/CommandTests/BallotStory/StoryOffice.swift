import Foundation
import TestSupport
import Testing

/// The programs of other people. `RSPMAINT_PYTHON` names a Python with python-docx;
/// `RSPMAINT_REQUIRE_OFFICE=1` makes it a failure that it or LibreOffice is missing.
struct StoryOffice {
  private static let environment = ProcessInfo.processInfo.environment
  private static let python = environment["RSPMAINT_PYTHON"]
  private static let office = "/usr/bin/soffice"

  /// Whether the story can be told, or has to be.
  static let isThere =
    environment["RSPMAINT_REQUIRE_OFFICE"] == "1"
    || python != nil && FileManager.default.isExecutableFile(atPath: office)

  let table: StoryTable

  /// Fills in forms as `fill_forms.py` says.
  func fill(_ step: String, _ paths: String...) throws {
    let script = Checkout.root + "/Tests/CommandTests/BallotStory/fill_forms.py"
    try run(
      try #require(StoryOffice.python, "RSPMAINT_PYTHON is missing"),
      [script, step] + paths.map(table.path))
  }

  /// Saves files in another format, in a folder of their own.
  func convert(_ names: [String], to format: String, into folder: String) throws {
    let kind = format == StoryOffice.westernCSV ? ["--infilter=CSV:44,34,UTF8"] : []
    try run(
      StoryOffice.office,
      [
        "-env:UserInstallation=file://\(table.path("profile"))", "--headless",
      ] + kind + ["--convert-to", format, "--outdir", table.path(folder)] + names.map(table.path))
  }

  /// As a spreadsheet in much of Europe saves it: semicolons, and the bytes of Windows-1252.
  static let westernCSV = "csv:Text - txt - csv (StarCalc):59,34,1"

  private func run(_ program: String, _ arguments: [String]) throws {
    let outcome = try Running(
      program, arguments,
      ["PATH": "/usr/bin:/bin", "HOME": table.path(""), "LC_ALL": "C.UTF-8"], table.path(""),
      output: table.path("output-\(UUID().uuidString)")
    ).wait()
    try #require(outcome.code == 0, "\(program): \(outcome.out)\(outcome.err)")
  }
}
