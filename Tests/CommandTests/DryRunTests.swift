import Foundation
import TestSupport
import Testing

@Suite("Verbs that only say what they would do")
struct DryRunTests {
  /// Every verb that writes below `Proposals/`, on a repository with two open proposals.
  private static let calls: [[String]] = [
    ["propose", "udi", "--confirm", "tooling", "--title", "Confirm"],
    ["propose", "--from-worktree", "--title", "Edits"],
    ["propose", "--update", "1", "--rationale", "Better said."], ["open", "3"], ["refresh", "2"],
    ["withdraw", "1", "--because", "Mistaken."], ["reject", "1", "--because", "Unwanted."],
    ["review", "1", "--abstain"], ["commit", "1"], ["save"], ["undo"],
  ]

  @Test("Change nothing, and say what would be written", arguments: calls)
  func nothing(call: [String]) throws {
    _ = try session { session in
      let sandbox = session.sandbox
      try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
      try session.propose("UCUM to high", ["ucum", "--set", "tooling=high"])
      try session.run(
        arguments: ["propose", "icd-9", "--confirm", "tooling", "--title", "Confirm it"]
          + Transcript.words)
      try session.approve(1, by: .reviewer)
      session.expectDone()
      switch call[0] {
      case "refresh":
        try sandbox.edit("Portfolio/standards/data/ucum.yml", "tooling: moderate", "tooling: low")
        try session.commitAll("Edit by hand")
      case "save":
        try sandbox.edit("Proposals/0001-loinc-to-high/proposal.yml", "The reasons", "Reasons")
      case "propose" where call[1] == "--from-worktree":
        try sandbox.edit("Portfolio/standards/data/udi.yml", "scope: ", "scope: Edited. ")
      case "undo": try session.run("review", "1", "--abstain")
      default: break
      }
      let state = "git rev-parse HEAD; git status --porcelain -uall; git diff; ls -A .git/rspmaint"
      let before = try sandbox.start("/bin/sh", ["-c", state], .editor, input: nil).out
      let outcome = try session.run(arguments: call + ["--dry-run"])
      #expect(outcome.code == 0, "\(outcome.err)")
      #expect(outcome.out.contains(".yml"), "\(outcome.out)")
      #expect(
        try sandbox.start("/bin/sh", ["-c", state], .editor, input: nil).out == before)
      // The same call does something.
      #expect(try session.run(arguments: call).code == 0)
      #expect(
        try sandbox.start("/bin/sh", ["-c", state], .editor, input: nil).out != before)
    }
  }

  @Test("Print the texts and the message of the save")
  func texts() throws {
    try story("dry-run") { session in
      try session.run(
        arguments: ["propose", "loinc", "--set", "tooling=high", "--title", "LOINC to high"]
          + Transcript.words + ["--open", "--dry-run"])
      try session.expect("propose")
      try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
      session.expectDone()
      try session.run("withdraw", "1", "--because", "Mistaken.", "--dry-run", "--no-save")
      try session.expect("withdraw")
    }
  }
}
