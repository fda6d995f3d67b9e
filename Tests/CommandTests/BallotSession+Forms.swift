import Forms
import Foundation
import TestSupport
import Testing

/// Forms that are sent out and come back.
extension BallotSession {
  static let votingHeadings = [
    "MB/NC", "Proposal", "Title", "Approve", "Approve with comments", "Disapprove with reasons",
    "Abstain", "Reasons or comments",
  ]
  static let commentHeadings = [
    "MB/NC1", "Line number\n(e.g. 17)", "Clause/\nSubclause\n(e.g. 3.1)",
    "Paragraph/ Figure/ Table/\n(e.g. Table 1)", "Type of comment2", "Comments", "Proposed change",
    "Observations of the secretariat",
  ]

  /// A folder beside the repository.
  var outside: String { (sandbox.root as NSString).deletingLastPathComponent + "/forms" }

  /// The path of a file there.
  func path(_ name: String) throws -> String {
    try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
    return outside + "/" + name
  }

  func bytes(_ path: String) throws -> [UInt8] {
    Array(try #require(FileManager.default.contents(atPath: path), "\(path)"))
  }

  /// Writes the package of the ballot, and returns its path.
  func package(_ name: String, _ more: String..., on day: String) throws -> String {
    let path = try path(name)
    try does(["ballot", "package", "cd", "--output", path] + more, as: .chair, on: day)
    return path
  }

  /// Writes a form as CSV.
  func csv(_ name: String, _ headings: [String], _ rows: [[String]]) throws -> String {
    let path = try path(name)
    try Data(([headings] + rows).map { CSV.line($0) }.joined().utf8)
      .write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Writes a form as a Word document, with its headings in the page header.
  func document(_ name: String, _ headings: [String], _ rows: [[String]]) throws -> String {
    let widths = headings.map { _ in 10 }
    func row(_ cells: [String]) -> FormTable.Row {
      FormTable.Row(cells.map { .init(FormText($0)) })
    }
    let form = FormDocument(
      .landscape,
      header: [.table(FormTable(widths: widths, headingRows: 1, rows: [row(headings)]))],
      body: [.table(FormTable(widths: widths, rows: rows.map(row)))])
    let path = try path(name)
    try Data(form.bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// A row of the voting form with a mark in the column of a vote.
  func row(_ body: String, _ proposal: String, _ vote: Int?, _ reasons: String = "") -> [String] {
    [body, proposal, "Title"] + (0..<4).map { $0 == vote ? "x" : "" } + [reasons]
  }

  /// A row of the comment form.
  func comment(
    _ body: String, _ place: String, _ type: String, _ text: String, clause: String = "",
    line: String = "", change: String = "", answer: String = ""
  ) -> [String] {
    [body, line, clause, place, type, text, change, answer]
  }

  /// What `ballot.yml` freezes, and the lines of its package.
  func split(_ text: String) throws -> (frozen: String, package: [String]) {
    let start = try #require(text.firstRange(of: "package:\n")).lowerBound
    return (
      String(text[..<start]), text[start...].split(separator: "\n").map { String($0) }
    )
  }

  /// The fingerprint of a change in the report that was written when the ballot was opened.
  func fingerprint(_ index: Int) throws -> String {
    struct Saved: Decodable {
      struct Change: Decodable { let fingerprint: String }
      let changes: [Change]
    }
    let text = try sandbox.read("Proposals/ballots/cd/report.json")
    return try JSONDecoder().decode(Saved.self, from: Data(text.utf8)).changes[index].fingerprint
  }
}
