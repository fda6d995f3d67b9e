import Foundation
import TestSupport
import Testing

@Suite("Pipes where git's files are expected")
struct PipeTests {
  private static let propose = [
    "propose", "loinc", "--set", "clause=9", "--title", "T", "--rationale", "R", "--evidence",
    "E <https://x.example/>",
  ]

  private func run(_ arguments: [String], in sandbox: Sandbox) throws -> Sandbox.Outcome {
    try sandbox.start("/usr/bin/timeout", ["30", Sandbox.binary] + arguments, .editor, input: nil)
  }

  @Test(
    "Are named, and not waited for",
    arguments: [
      ".git", ".git/HEAD", ".git/config", ".git/index", ".git/packed-refs", ".git/refs/heads/main",
      ".git/refs/heads/other", ".git/refs/tags/a/b", ".git/logs/HEAD", ".git/logs/refs/heads/main",
      ".git/objects/info/alternates", ".git/objects/pack/pack-1.idx", ".git/info/attributes",
      ".git/info/exclude", ".git/COMMIT_EDITMSG", ".git/commondir", ".git/shallow",
      ".git/rspmaint/journal", ".git/rspmaint/lock", "../home/.gitconfig",
      "../home/.config/git/config",
    ])
  func named(path: String) throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shell("rm -rf \(path); mkdir -p \"$(dirname \(path))\"; mkfifo \(path)")
    for arguments in [["status"], PipeTests.propose] {
      let outcome = try run(arguments, in: sandbox)
      #expect(outcome.code == 1, "\(arguments[0]): \(outcome.code) \(outcome.err)")
      let name = path.replacingOccurrences(of: "../", with: "")
      #expect(
        outcome.err.contains("\(name)', which git reads, is a pipe, a socket or a device"),
        "\(arguments[0]): \(outcome.err)")
    }
  }

  @Test(
    "Are named where attributes are expected",
    arguments: [".gitattributes", "Portfolio/.gitattributes", "Proposals/.gitattributes"])
  func attributes(path: String) throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shell("rm -f \(path); mkdir -p Proposals; mkfifo \(path)")
    let outcome = try run(PipeTests.propose, in: sandbox)
    #expect(outcome.code == 1, "\(outcome.code) \(outcome.err)")
    #expect(
      outcome.err.contains(
        "\(path) can't be read for git's attributes: it is a pipe, a socket or a device"),
      "\(outcome.err)")
  }

  @Test("Are named in a linked worktree, where either folder holds them")
  func linked() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.git("worktree", "add", "-q", "../side")
    for path in [".git/worktrees/side/index", ".git/packed-refs"] {
      try sandbox.shell("if [ -e \(path) ]; then mv \(path) kept; fi; mkfifo \(path)")
      let outcome = try run(["status", "--repo", "../side"], in: sandbox)
      #expect(outcome.code == 1 && outcome.err.contains("which git reads, is a pipe"), "\(path)")
      try sandbox.shell("rm \(path); if [ -e kept ]; then mv kept \(path); fi")
    }
    #expect(try run(["status", "--repo", "../side"], in: sandbox).code == 0)
  }

  @Test("Are no pipes where they lead to /dev/null")
  func null() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shell("ln -sf /dev/null .git/info/exclude; ln -sf /dev/null .git/info/attributes")
    #expect(try run(["status"], in: sandbox).code == 0)
  }
}
