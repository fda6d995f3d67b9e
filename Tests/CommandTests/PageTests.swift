import Foundation
import TestSupport
import Testing

/// The page in a real browser. `RSPMAINT_PYTHON` names a Python with selenium and
/// axe-playwright-python; `RSPMAINT_REQUIRE_BROWSER=1` makes it a failure that there is none;
/// `RSPMAINT_SCREENSHOTS` names a folder that keeps the pages, pictures and PDFs.
@Suite("The report's page")
struct PageTests {
  private static let python = ProcessInfo.processInfo.environment["RSPMAINT_PYTHON"]

  private static let hasBrowser =
    python != nil && FileManager.default.isExecutableFile(atPath: "/usr/bin/chromedriver")

  private static let isRequired =
    ProcessInfo.processInfo.environment["RSPMAINT_REQUIRE_BROWSER"] == "1"

  @Test(
    "Filters, ticks, links, prints and reads well in a browser, without a request",
    .enabled(
      if: hasBrowser || isRequired,
      "Chromium, its driver or RSPMAINT_PYTHON is missing, so the page was not opened."))
  func browser() throws {
    let kept = ProcessInfo.processInfo.environment["RSPMAINT_SCREENSHOTS"]
    let folder =
      kept ?? FileManager.default.temporaryDirectory.path + "/rspmaint-pages-\(UUID().uuidString)"
    defer { if kept == nil { try? FileManager.default.removeItem(atPath: folder) } }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try session(committee: true) { session in
      try NineProposals.prepare(session)
      try write("nine", session.sandbox, ["diff", "--proposal"] + NineProposals.numbers, folder)
    }
    _ = try session(committee: true) { session in
      let sandbox = session.sandbox
      try Ballot.prepare(session)
      try write("ballot", sandbox, ["diff", "--proposal"] + Ballot.numbers, folder)
      try write("again", sandbox, ["diff", "--proposal"] + Ballot.numbers, folder)
      try write("empty", sandbox, ["diff", "--from-empty"], folder)
      try write("nothing", sandbox, ["diff", "HEAD..HEAD"], folder)
      try write("tables", sandbox, ["tables"], folder)
      try Hostile.edit(sandbox)
      try write("hostile", sandbox, ["diff"], folder)
      let outcome = try sandbox.start(
        try #require(PageTests.python),
        [Sandbox.repositoryRoot + "/Tests/PageTests/check_page.py", folder], .editor, input: nil,
        ["RSPMAINT_SCREENSHOTS": kept ?? ""])
      #expect(outcome.code == 0, "\(outcome.out)\n\(outcome.err)")
      print(outcome.out)
    }
  }

  private func write(
    _ name: String, _ sandbox: Sandbox, _ arguments: [String], _ folder: String
  ) throws {
    let path = "\(folder)/\(name).html"
    let outcome = try sandbox.rspmaint(
      arguments + ["--format", "html", "--output", path, "--as-of", "2026-11-23"])
    #expect(outcome.code == 0, "\(name): \(outcome.err)")
  }

  @Test("Lets only its own style and script run, by their digests")
  func policy() throws {
    let sandbox = try Sandbox(git: false)
    defer { sandbox.remove() }
    let page = try sandbox.rspmaint(["tables", "--format", "html"]).out
    func part(_ start: String, _ end: String) throws -> String {
      let from = try #require(page.range(of: start)).upperBound
      let to = try #require(page.range(of: end, range: from..<page.endIndex)).lowerBound
      return String(page[from..<to])
    }
    func digest(_ text: String) throws -> String {
      let file = sandbox.root + "/text"
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
      let outcome = try sandbox.start(
        "/usr/bin/python3",
        [
          "-c",
          "import base64, hashlib, sys; data = open(sys.argv[1], 'rb').read(); "
            + "print(base64.b64encode(hashlib.sha256(data).digest()).decode())", file,
        ], .editor, input: nil)
      return outcome.out.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    let policy = try part("Content-Security-Policy\" content=\"", "\"")
      .replacingOccurrences(of: "&#39;", with: "'")
    #expect(
      policy == "default-src 'none'; base-uri 'none'; form-action 'none'; "
        + "style-src 'sha256-\(try digest(try part("<style>", "</style>")))'; "
        + "script-src 'sha256-\(try digest(try part("<script>", "</script>")))'")
    #expect(!page.contains(" style=") && !page.contains(" onclick"))
  }

  @Test("Says in its schema what its JSON holds, and the other way round")
  func schema() throws {
    _ = try session(committee: true) { session in
      try Ballot.prepare(session)
      let schema = try object(try session.sandbox.rspmaint(["schema", "diff"]).out)
      let report = try object(
        try session.sandbox.rspmaint(
          ["diff", "--proposal"] + Ballot.numbers + ["--format", "json"]
        ).out)
      let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
      expect(report, meets: schema, definitions, at: "")
    }
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// Every object has exactly the keys that the schema names.
  private func expect(
    _ value: Any, meets schema: [String: Any], _ definitions: [String: [String: Any]],
    at path: String
  ) {
    if let reference = schema["$ref"] as? String,
      let name = reference.split(separator: "/").last, let target = definitions[String(name)]
    {
      return expect(value, meets: target, definitions, at: path)
    }
    if let properties = schema["properties"] as? [String: [String: Any]],
      let object = value as? [String: Any]
    {
      #expect(Set(object.keys) == Set(properties.keys), "\(path)")
      for (name, inner) in properties {
        expect(object[name] ?? NSNull(), meets: inner, definitions, at: "\(path).\(name)")
      }
    }
    if let items = schema["items"] as? [String: Any], let list = value as? [Any] {
      for item in list { expect(item, meets: items, definitions, at: path + "[]") }
    }
  }
}
