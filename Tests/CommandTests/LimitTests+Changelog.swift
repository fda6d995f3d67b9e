import Foundation
import TestSupport
import Testing

extension LimitTests {
  @Test("No text of the changelog or of a message is long, and both stay what they were")
  func changelog() throws {
    _ = try session { session in
      let sandbox = session.sandbox
      let prose = String(repeating: "Sentence of words.\n  ", count: 4_000)
      try sandbox.edit(LimitTests.loinc, "description: |\n", "description: |\n  \(prose)")
      try session.propose(
        "Describe " + String(repeating: "more ", count: 2_000) + "of LOINC", ["--from-worktree"])
      try session.approve(1, by: .reviewer)
      let outcome = try session.run("commit", "1")
      #expect(outcome.code == 0, "\(outcome.err.prefix(2000))")
      for text in [
        try sandbox.read("Portfolio/CHANGELOG.md"),
        try sandbox.git("log", "-3", "--format=%B"),
      ] {
        #expect(text.utf8.count < 8_000, "\(text.utf8.count)")
        #expect(text.contains("… ("), "\(text)")
      }
      #expect(try session.run("changelog", "--check").code == 0)
      #expect(try session.run("audit", "--since", "HEAD~3").code == 0)
    }
  }

  @Test(
    "A changelog of more than a mebibyte is checked, written and added to",
    .enabled(if: LimitTests.isLong))
  func largeChangelog() throws {
    _ = try session { session in
      let sandbox = session.sandbox
      let title = String(repeating: "title of words ", count: 14) + "x"
      let names = (0..<8).map { "R\($0)" + String(repeating: "x", count: 80) }
        .joined(separator: ", ")
      let one = LimitTests.text(100, title)
      for number in 1...1_500 {
        let folder = "Proposals/\(String(format: "%04d", number))-words"
        try sandbox.write(one, to: folder + "/proposal.yml")
        try sandbox.write(
          "status: accepted\naccepted: {date: 2026-11-23, reviewers: [\(names)], edition: E}\n",
          to: folder + "/state.yml")
      }
      #expect(try session.run("changelog", "--check").code == 1)
      #expect(try session.run("changelog", "--write").code == 0)
      #expect(try sandbox.read("Portfolio/CHANGELOG.md").utf8.count > 1 << 20)
      #expect(try session.run("changelog", "--check").code == 0)
      try session.commitAll("Accepted elsewhere")
      let check = try session.run("changelog", "--check", "--rev", "HEAD")
      #expect(check.code == 0, "\(check.err)")
      try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
      try session.approve(1501, by: .reviewer)
      let outcome = try session.run("commit", "1501")
      #expect(outcome.code == 0, "\(outcome.err.prefix(2000))")
      #expect(try session.run("audit", "--since", "HEAD~3").code == 0)
    }
  }
}
