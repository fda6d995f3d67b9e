import Foundation
import TestSupport
import Testing

@Suite("JSON")
struct JSONTests {
  private func object(_ sandbox: Sandbox, _ arguments: String...) throws -> [String: Any] {
    let outcome = try sandbox.rspmaint(arguments + ["--format", "json"])
    #expect(outcome.err == "")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.out.utf8))
    return try #require(value as? [String: Any])
  }

  @Test("Has the schema, the keys and the figures that it promises")
  func schemas() throws {
    let sandbox = try Sandbox(proposals: true)
    defer { sandbox.remove() }
    let day = ["--as-of", "2026-11-23"]
    let validate = try object(sandbox, "validate", day[0], day[1])
    #expect(validate["schema"] as? String == "rspmaint.validate/1")
    let summary = try #require(validate["summary"] as? [String: Int])
    #expect(summary["standards"] == 83 && summary["proposals"] == 2)
    #expect(summary["errors"] == 0 && summary["warnings"] == 1)
    let findings = try #require(validate["findings"] as? [[String: Any]])
    for finding in findings {
      #expect(
        Set(finding.keys) == [
          "rule", "severity", "path", "line", "column", "standard", "message", "help",
        ])
    }
    #expect(findings.count == (summary["notes"] ?? 0) + 1)

    let explain = try object(sandbox, "explain", "ihe-wia")
    #expect(explain["standard"] as? String == "ihe-wia")
    let criteria = try #require(explain["criteria"] as? [[String: Any]])
    #expect(
      criteria.compactMap { $0["criterion"] as? String } == [
        "emerging.maturity", "emerging.product-adoption", "emerging.site-deployment",
        "emerging.tooling",
      ])
    let moves = try #require(explain["moves"] as? [[String: Any]])
    #expect(moves.map { $0["to"] as? String } == ["preferred"])
    #expect(moves[0]["met"] as? Bool == false)
    #expect(
      moves[0]["missing"] as? [String] == ["preferred.maturity", "preferred.product-adoption"])

    let list = try object(sandbox, "list", "--group", "legacy")
    #expect((list["standards"] as? [[String: Any]])?.count == 6)
    let diff = try object(sandbox, "diff", "--proposal", "1")
    let changes = try #require(diff["changes"] as? [[String: Any]])
    #expect(changes.map { $0["kind"] as? String } == ["set", "remove"])
    #expect((changes[0]["fingerprint"] as? String)?.count == 16)
    for (verb, schema) in [
      ("status", "status/1"), ("criteria", "criteria/1"), ("rules", "rules/1"),
    ] {
      #expect(try object(sandbox, verb)["schema"] as? String == "rspmaint.\(schema)")
    }
    let rules = try #require(try object(sandbox, "rules")["rules"] as? [[String: Any]])
    #expect(rules.count == 163)
    #expect(try object(sandbox, "diff")["changes"] as? [String] == [])
  }

  @Test("Fails on warnings where asked to")
  func failOn() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    #expect(try sandbox.rspmaint(["validate"]).code == 0)
    #expect(try sandbox.rspmaint(["validate", "--fail-on", "warning"]).code == 1)
    try sandbox.edit(
      "Portfolio/standards/data/ucum.yml", "  tooling: moderate", "  tooling: none")
    let outcome = try sandbox.rspmaint(["validate"])
    #expect(outcome.code == 1)
    #expect(
      outcome.out.contains(
        "Portfolio/standards/data/ucum.yml:11:12: error: UCUM misses preferred.tooling: "
          + "requires low, is none (basis: calibrated) [criterion-missed]"))
    #expect(try sandbox.rspmaint(["validate", "--fail-on", "never"]).code == 0)
    #expect(try sandbox.rspmaint(["validate", "--rev", "HEAD"]).code == 0)
  }
}
