import Foundation
import TestSupport
import Testing

@Suite("Merges of several branches at once")
struct OctopusTests {
  /// Main with two proposals accepted, and branches that leave after the first and before both.
  private func branched(_ sandbox: Sandbox) throws -> Transcript {
    let session = Transcript(sandbox)
    try session.branch("old") {
      try sandbox.write("Words.\n", to: "old.txt")
      try sandbox.commitAll("Old")
    }
    try session.accepted()
    try session.branch("side") {
      try sandbox.write("Words.\n", to: "side.txt")
      try sandbox.commitAll("Side")
    }
    try session.propose("UCUM to high", ["ucum", "--set", "tooling=high"])
    try session.approve(2, by: .reviewer)
    #expect(try session.run("commit", "2").code == 0)
    return session
  }

  @Test("Are refused in words, and the same branches are taken one after another")
  func refused() throws {
    let server = try Server()
    defer { server.remove() }
    let sandbox = server.sandbox
    let start = try sandbox.id("HEAD")
    _ = try branched(sandbox)
    let tip = try sandbox.id("HEAD")
    try sandbox.git("merge", "-q", "--no-ff", "-m", "Merge three", "side", "old")
    #expect(try sandbox.git("rev-list", "--parents", "-1", "HEAD").split(separator: " ").count == 4)
    let audit = try Audited(
      try sandbox.rspmaint(["audit", "--since", start, "--format", "json"]).out)
    #expect(audit.rules == ["audit-merge-dishonest"])
    #expect(audit.findings.map(\.path) == [nil])
    #expect(audit.findings.first?.message.contains("3 sides are merged at once") == true)
    let answer = try server.push("main")
    #expect(!answer.isTaken && answer.said.contains("merge one branch after another"), "\(answer)")
    try sandbox.git("reset", "-q", "--hard", tip)
    for branch in ["side", "old"] {
      try sandbox.git("merge", "-q", "--no-ff", "-m", "Merge \(branch)", branch)
    }
    #expect(try sandbox.rspmaint(["audit", "--since", start]).code == 0)
    #expect(try server.push("main").isTaken)
  }

  @Test("Are named where they change a record, and pass where nothing of the portfolio differs")
  func untouched() throws {
    let sandbox = try Template.accepted.sandbox(committee: false)
    defer { sandbox.remove() }
    let session = Transcript(sandbox)
    let start = try sandbox.id("HEAD")
    for name in ["a", "b"] {
      try session.branch(name) {
        try sandbox.write("Words.\n", to: name + ".txt")
        try sandbox.commitAll(name)
      }
    }
    try sandbox.git("merge", "-q", "--no-ff", "-m", "Merge three", "a", "b")
    let audit = ["audit", "--since", start]
    #expect(try sandbox.rspmaint(audit).code == 0)
    try sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
    try session.amend()
    #expect(try sandbox.rspmaint(audit).out.contains("3 sides are merged at once"))
  }
}
