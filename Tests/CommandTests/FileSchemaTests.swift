import Foundation
import TestSupport
import Testing

@Suite("Schemas of files")
struct FileSchemaTests {
  private struct List: Decodable {
    struct Entry: Decodable {
      let kind: String
      let files: String?
    }

    let schema: String
    let schemas: [Entry]
  }

  private static func list() throws -> List {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let outcome = try sandbox.rspmaint(["schema", "--list", "--format", "json"])
    try #require(outcome.code == 0, "\(outcome.err)")
    return try JSONDecoder().decode(List.self, from: Data(outcome.out.utf8))
  }

  private func write(_ kind: String, _ sandbox: Sandbox) throws -> String {
    let outcome = try sandbox.rspmaint(["schema", kind])
    try #require(outcome.code == 0, "\(outcome.err)")
    let path = "../\(kind).schema.json"
    try sandbox.write(outcome.out, to: path)
    return path
  }

  @Test("Lists every kind with the paths of its files")
  func kinds() throws {
    let list = try FileSchemaTests.list()
    #expect(list.schema == "rspmaint.schemas/1")
    #expect(
      list.schemas.map(\.kind) == [
        "portfolio", "criteria", "committee", "record", "delisted", "override", "use-case",
        "proposal", "state", "review", "ballot", "ballot-result", "receipts", "replies",
        "dispositions", "survey", "response", "diff", "export",
      ])
    #expect(
      list.schemas.first { $0.kind == "record" }?.files == "Portfolio/standards/*/*.yml")
    #expect(list.schemas.first { $0.kind == "review" }?.files == "Proposals/*/reviews/*.yml")
    #expect(list.schemas.filter { $0.files == nil }.map(\.kind) == ["diff", "export"])
  }

  @Test("Refuses an unknown kind with those that there are, and asks for one")
  func unknown() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let unknown = try sandbox.rspmaint(["schema", "records"])
    #expect(unknown.code == 64 && unknown.err.contains("record"), "\(unknown.err)")
    let none = try sandbox.rspmaint(["schema"])
    #expect(none.code == 64 && none.err.contains("Name one kind, or --list them."))
  }

  @Test("Says the fields, the words and the form of a record")
  func record() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let outcome = try sandbox.rspmaint(["schema", "record"])
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any])
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["additionalProperties"] as? Bool == false)
    #expect((schema["required"] as? [String])?.contains("brief-name") == true)
    let fields = try #require(schema["properties"] as? [String: [String: Any]])
    #expect(fields["group"]?["enum"] as? [String] == ["preferred", "legacy", "emerging"])
    #expect(fields["position"]?["type"] as? String == "integer")
    #expect(fields["sdo"]?["description"] as? String == "a list, each item a line of text")
  }

  /// All files of a folder, sorted.
  private func files(_ folder: String, _ sandbox: Sandbox) -> [String] {
    let names =
      FileManager.default.enumerator(atPath: sandbox.root + "/" + folder)?.allObjects as? [String]
    return (names ?? []).filter { $0.hasSuffix(".yml") }.map { "\(folder)/\($0)" }.sorted()
  }

  /// Whether a path fits a pattern in which `*` stands for a name.
  private func fits(_ path: String, _ pattern: String) -> Bool {
    let (steps, parts) = (path.split(separator: "/"), pattern.split(separator: "/"))
    return steps.count == parts.count
      && zip(steps, parts).allSatisfy { step, part in
        part == "*" || part == step || (part == "*.yml" && step.hasSuffix(".yml"))
      }
  }

  private func check(_ schema: String, _ files: [String], _ sandbox: Sandbox) throws -> Outcome {
    try Python.run(
      "check-jsonschema", ["--output-format", "text", "--schemafile", schema] + files, in: sandbox)
  }

  /// Checks all files of a portfolio, and returns the kinds that they are of.
  private func acceptAll(_ sandbox: Sandbox) throws -> Set<String> {
    let list = try FileSchemaTests.list().schemas.filter { $0.files != nil }
    let all = files("Portfolio", sandbox) + files("Proposals", sandbox)
    for path in all {
      #expect(list.count { fits(path, $0.files ?? "") } == 1, "\(path) is of no kind")
    }
    var kinds: Set<String> = []
    for entry in list {
      let files = all.filter { fits($0, entry.files ?? "") }
      guard !files.isEmpty else { continue }
      kinds.insert(entry.kind)
      let outcome = try check(try write(entry.kind, sandbox), files, sandbox)
      #expect(outcome.code == 0, "\(entry.kind): \(outcome.out)\(outcome.err)")
    }
    return kinds
  }

  @Test("Accept every shipped file", .enabled(if: Python.isThere, Python.missing))
  func shipped() throws {
    let sandbox = try Sandbox(proposals: true)
    defer { sandbox.remove() }
    #expect(try acceptAll(sandbox).isSuperset(of: ["portfolio", "record", "proposal", "state"]))
  }

  @Test(
    "Accept every file that the verbs write", .enabled(if: Python.isThere, Python.missing))
  func written() throws {
    var kinds: Set<String> = []
    try BallotSession.run { ballot in
      try ballot.vote()
      try ballot.end()
      try ballot.dispose()
      try ballot.close()
      kinds = try acceptAll(ballot.sandbox)
    }
    _ = try session(committee: true) { session in
      try Ballot.prepare(session)
      try session.run("commit", "5")
      kinds.formUnion(try acceptAll(session.sandbox))
    }
    try SurveySession.run { survey in
      try survey.answerAgain()
      kinds.formUnion(try acceptAll(survey.sandbox))
    }
    let missing = Set(try FileSchemaTests.list().schemas.map(\.kind)).subtracting(kinds)
    #expect(missing.subtracting(["delisted"]) == ["diff", "export"], "\(missing.sorted())")
  }

  @Test("Are JSON Schemas themselves", .enabled(if: Python.isThere, Python.missing))
  func meta() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let schemas = try FileSchemaTests.list().schemas.map { try write($0.kind, sandbox) }
    func check() throws {
      let outcome = try Python.run(
        "check-jsonschema", ["--check-metaschema"] + schemas, in: sandbox)
      #expect(outcome.code == 0, "\(outcome.out)\(outcome.err)")
    }
    try check()
    // The language server of editors judges them by draft 7, whatever they say.
    for path in schemas {
      try sandbox.edit(
        path, "https://json-schema.org/draft/2020-12/schema",
        "http://json-schema.org/draft-07/schema#")
    }
    try check()
  }

  /// What is wrong in a file, of what a schema can know.
  private static let wrong: [(kind: String, path: String, old: String, new: String)] = [
    ("record", "Portfolio/standards/data/loinc.yml", "group: preferred", "group: preferd"),
    ("record", "Portfolio/standards/data/loinc.yml", "group:", "groop:"),
    ("record", "Portfolio/standards/data/loinc.yml", "position: 10", "position: ten"),
    ("record", "Portfolio/standards/data/loinc.yml", "position: 10", "position: 1000000"),
    ("record", "Portfolio/standards/data/loinc.yml", "group: preferred", "group: [preferred]"),
    ("record", "Portfolio/standards/data/loinc.yml", "group: preferred", "group:"),
    ("record", "Portfolio/standards/data/loinc.yml", "group: preferred\n", ""),
    ("record", "Portfolio/standards/data/loinc.yml", "  tooling: moderate", "  tooling: universal"),
    ("record", "Portfolio/standards/data/loinc.yml", "https://loinc.org", "javascript:loinc"),
    ("record", "Portfolio/standards/data/loinc.yml", ", hl7-cda-r2]", ", HL7]"),
    ("override", "Portfolio/overrides/snomed-rt-licence.yml", "kind: footnote", "kind: foot"),
    (
      "override", "Portfolio/overrides/snomed-rt-licence.yml", "notes: |",
      "review-by: 2026-13-01\nnotes: |"
    ),
    ("criteria", "Portfolio/criteria.yml", "regional: lowest", "regional: middle"),
    ("portfolio", "Portfolio/portfolio.yml", "format: 1", "format: one"),
  ]

  @Test(
    "Refuse what a schema can know to be wrong", .enabled(if: Python.isThere, Python.missing))
  func refused() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try expectRefused(FileSchemaTests.wrong, sandbox)
  }

  @Test(
    "Refuse what a schema can know to be wrong in a survey",
    .enabled(if: Python.isThere, Python.missing))
  func refusedSurvey() throws {
    try SurveySession.run { survey in
      try survey.answerAgain()
      let answers = try survey.response()
      let asked = SurveySession.folder + "/survey.yml"
      try expectRefused(
        [
          ("survey", asked, "share: 2/3", "share: most"),
          ("survey", asked, "closes: 2026-11-05", "closes: November"),
          ("survey", asked, "factor: tooling", "factor: tools"),
          ("survey", asked, "title: Use in 2026\n", ""),
          ("response", answers, "  level: ", "  level: very-"),
          ("response", answers, "  factor: ", "  faktor: "),
          ("response", answers, "digest: ", "digest: x"),
        ], survey.sandbox)
    }
  }

  private func expectRefused(
    _ wrong: [(kind: String, path: String, old: String, new: String)], _ sandbox: Sandbox
  ) throws {
    for (kind, path, old, new) in wrong {
      let schema = try write(kind, sandbox)
      let whole = try sandbox.read(path)
      try sandbox.edit(path, old, new)
      let outcome = try check(schema, [path], sandbox)
      #expect(outcome.code == 1, "\(path) with '\(new)': \(outcome.out)")
      try sandbox.write(whole, to: path)
    }
  }
}
