import Forms
import Foundation
import TestSupport
import Testing

/// A committee that asks experts about three standards.
struct SurveySession {
  let session: Transcript
  var sandbox: Sandbox { session.sandbox }

  static let opened = "2026-10-01"
  static let answered = "2026-10-10"
  static let closes = "2026-11-05"
  static let closed = "2026-11-06"
  static let folder = "Proposals/surveys/use"
  static let experts = ["Ada", "Bo", "Cy", "Di"]

  init(_ session: Transcript) { self.session = session }

  /// The survey, where it is wanted, in a repository with a committee.
  static func run(opens: Bool = true, _ work: (SurveySession) throws -> Void) throws {
    let sandbox = try Template.bare.sandbox(committee: true)
    defer { sandbox.remove() }
    let survey = SurveySession(Transcript(sandbox))
    if opens { try survey.open() }
    try work(survey)
  }

  func open(_ more: String...) throws {
    try does(
      [
        "survey", "open", "use", "loinc", "icd-10", "--factors", "tooling,deployment", "--title",
        "Use in 2026", "--closes", SurveySession.closes,
      ] + more, on: SurveySession.opened)
  }

  /// Runs what has to succeed.
  @discardableResult
  func does(
    _ arguments: [String], as actor: Sandbox.Actor = .chair, on day: String
  ) throws -> String {
    let outcome = try session.run(arguments: arguments, as: actor, day: day)
    try #require(outcome.code == 0, "\(session.text)")
    return outcome.out
  }

  /// Runs what has to be refused, changes nothing, and returns what was said.
  @discardableResult
  func refuses(
    _ arguments: [String], as actor: Sandbox.Actor = .chair, on day: String = answered,
    code: Int32 = 1
  ) throws -> String {
    let before = try sandbox.git("rev-parse", "HEAD")
    let outcome = try session.run(arguments: arguments, as: actor, day: day)
    #expect(outcome.code == code, "\(outcome.err)\(outcome.out)")
    #expect(try sandbox.git("rev-parse", "HEAD") == before)
    #expect(try sandbox.git("status", "--porcelain") == "")
    return outcome.err
  }

  /// A folder beside the repository.
  func path(_ name: String) throws -> String {
    let folder = (sandbox.root as NSString).deletingLastPathComponent + "/forms"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder + "/" + name
  }

  /// The form of the present round as rows of cells, the headings first.
  func form(on day: String = answered) throws -> [[String]] {
    let path = try path("form.csv")
    try does(["survey", "export", "use", "--output", path], on: day)
    let bytes = Array(try #require(FileManager.default.contents(atPath: path)))
    let table = try #require(try FormContent(reading: bytes, file: path).tables.first)
    return table.rows.map { $0.cells.map(\.text) }
  }

  /// A form filled in: what is said by standard, factor and region, in the columns that are named.
  func filled(
    _ name: String, _ answers: [String: [String: String]], on day: String = answered
  ) throws -> String {
    var rows = try form(on: day)
    let headings = rows[0]
    func column(_ heading: String) throws -> Int {
      try #require(headings.firstIndex(of: heading), "\(headings)")
    }
    let key = try ["Standard id", "Factor", "Region"].map(column)
    for index in rows.indices.dropFirst() {
      let name = key.map { rows[index][$0] }.filter { !$0.isEmpty }.joined(separator: " ")
      for (heading, text) in answers[name] ?? [:] { rows[index][try column(heading)] = text }
    }
    let path = try path(name)
    try Data(rows.map { CSV.line($0) }.joined().utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// An expert's levels, by standard, factor and region.
  @discardableResult
  func answers(
    _ expert: String, _ levels: [String: String], _ more: String..., on day: String = answered
  ) throws -> String {
    let form = try filled(
      "\(expert).csv", levels.mapValues { ["Your level": $0] }, on: day)
    return try does(
      ["survey", "import", "use", form, "--expert", SurveySession.person(expert)] + more, on: day)
  }

  static func person(_ name: String) -> String {
    "\(name) <\(name.lowercased())@experts.example>"
  }

  /// Four experts answer: they agree on the tools of LOINC, on ICD-10 in the US, and on nothing else.
  func answer(on day: String = answered) throws {
    let levels = [
      [
        "loinc tooling": "moderate", "icd-10 site deployment us": "universal",
        "icd-10 tooling": "low",
      ],
      [
        "loinc tooling": "moderate", "icd-10 site deployment us": "universal",
        "icd-10 tooling": "moderate",
      ],
      [
        "loinc tooling": "Moderate", "icd-10 site deployment us": "universal",
        "icd-10 tooling": "high",
      ],
      ["loinc tooling": "high", "icd-10 tooling": "no opinion"],
    ]
    for (expert, levels) in zip(SurveySession.experts, levels) {
      try answers(expert, levels, on: day)
    }
  }

  /// Two rounds: the first one has ended, and the second goes on with an answer that is sealed.
  func answerAgain() throws {
    try answer()
    try close()
    try does(["survey", "round", "use", "--closes", "2026-12-01"], on: SurveySession.closed)
    try answers("Ada", ["icd-10 tooling": "low"], on: SurveySession.closed)
  }

  func close(_ more: String..., on day: String = closed) throws {
    try does(["survey", "close", "use"] + more, on: day)
  }

  /// What an audit since the first commit finds, by rule.
  func audit() throws -> Set<String> {
    let start = try sandbox.git("rev-list", "--max-parents=0", "HEAD")
      .trimmingCharacters(in: .newlines)
    let outcome = try sandbox.rspmaint(["audit", "--since", start, "--format", "json"])
    return try Audited(outcome.out).rules
  }
}
