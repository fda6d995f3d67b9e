import Foundation
import TestSupport
import Testing

@Suite("The pager")
struct PagerTests {
  /// What is shown on a terminal, keys being typed when it rests.
  private func shown(
    _ command: [String], _ sandbox: Sandbox, keys: String = "", lines: Int = 24,
    _ more: [String: String] = [:]
  ) throws -> String {
    let script = Checkout.root + "/Tests/CommandTests/on_terminal.py"
    let folder = URL(fileURLWithPath: Sandbox.binary).deletingLastPathComponent().path
    let outcome = try sandbox.start(
      "/usr/bin/env", ["python3", script, "\(lines)", "100", keys] + command, .editor, input: nil,
      ["PATH": folder + ":/usr/bin:/bin", "TERM": "xterm", "NO_COLOR": "1"].merging(more) { $1 })
    #expect(outcome.code == 0, "\(outcome.err)")
    return outcome.out
  }

  /// A pager that keeps what it gets, and says so.
  private static let keeping = "cat > paged; printf 'kept %s\\n' \"$LESS\""

  private func sandbox() throws -> Sandbox { try Template.bare.sandbox(committee: false) }

  private func paged(_ sandbox: Sandbox) throws -> String? {
    guard sandbox.exists("paged") else { return nil }
    defer { try? FileManager.default.removeItem(atPath: sandbox.root + "/paged") }
    return try sandbox.read("paged")
  }

  @Test("Opens for what is longer than the screen, and for nothing else")
  func long() throws {
    let sandbox = try sandbox()
    defer { sandbox.remove() }
    let pager = ["RSPMAINT_PAGER": PagerTests.keeping]
    let list = try sandbox.rspmaint(["list"]).out
    #expect(try shown(["rspmaint", "list"], sandbox, pager) == "kept FRX\n[exit 0]\n")
    #expect(try paged(sandbox) == list)
    // Longer, and wider, than the terminal of the test without one.
    for arguments in [["help", "propose"], ["diff", "--from-empty"], ["schema", "diff"]] {
      #expect(try shown(["rspmaint"] + arguments, sandbox, pager) == "kept FRX\n[exit 0]\n")
      #expect(try paged(sandbox)?.isEmpty == false)
    }
    let short = try sandbox.rspmaint(["list", "loinc"]).out
    #expect(try shown(["rspmaint", "list", "loinc"], sandbox, pager) == short + "[exit 0]\n")
    #expect(try shown(["rspmaint", "list"], sandbox, lines: 200, pager) == list + "[exit 0]\n")
    #expect(
      try shown(["rspmaint", "list", "--no-pager"], sandbox, pager) == list + "[exit 0]\n")
    #expect(
      try shown(["rspmaint", "list"], sandbox, pager.merging(["TERM": "dumb"]) { $1 })
        == list + "[exit 0]\n")
    #expect(try paged(sandbox) == nil)
  }

  @Test("Never opens in a pipe, where nobody types, or in a hook")
  func elsewhere() throws {
    let sandbox = try sandbox()
    defer { sandbox.remove() }
    let pager = ["RSPMAINT_PAGER": PagerTests.keeping]
    for script in [
      "rspmaint list | cat", "rspmaint list --format json | cat", "rspmaint list </dev/null",
    ] {
      #expect(try shown(["sh", "-c", script], sandbox, pager).hasSuffix("\n[exit 0]\n"))
      #expect(try paged(sandbox) == nil, "\(script)")
    }
    try sandbox.write("#!/bin/sh\nrspmaint list\n", to: ".git/hooks/pre-commit")
    try sandbox.shell("chmod +x .git/hooks/pre-commit")
    let commit = try shown(["git", "commit", "-q", "--allow-empty", "-m", "Test"], sandbox, pager)
    #expect(commit.contains("83 standards") && commit.hasSuffix("[exit 0]\n"), "\(commit)")
    #expect(try paged(sandbox) == nil)
  }

  @Test("Is the one that git's rules name")
  func rules() throws {
    let sandbox = try sandbox()
    defer { sandbox.remove() }
    func named(_ variables: [String: String]) throws -> String {
      try shown(["rspmaint", "list"], sandbox, variables)
    }
    let say = { (word: String) in "cat >/dev/null; echo \(word)" }
    #expect(try named(["PAGER": say("last")]) == "last\n[exit 0]\n")
    try sandbox.git("config", "core.pager", say("configured"))
    #expect(try named(["PAGER": say("last")]) == "configured\n[exit 0]\n")
    #expect(try named(["GIT_PAGER": say("git")]) == "git\n[exit 0]\n")
    #expect(
      try named(["GIT_PAGER": say("git"), "RSPMAINT_PAGER": say("own")]) == "own\n[exit 0]\n")
    let list = try sandbox.rspmaint(["list"]).out
    for none in ["", "cat"] {
      #expect(try named(["RSPMAINT_PAGER": none]) == list + "[exit 0]\n")
    }
    #expect(
      try named(["RSPMAINT_PAGER": say("own"), "LESS": "S"]) == "own\n[exit 0]\n")
  }

  @Test("May be left early, be interrupted, or be missing")
  func ends() throws {
    let sandbox = try sandbox()
    defer { sandbox.remove() }
    let first = try sandbox.rspmaint(["list"]).out.prefix { $0 != "\n" }
    #expect(
      try shown(["rspmaint", "list"], sandbox, ["RSPMAINT_PAGER": "head -n 1"])
        == first + "\n[exit 0]\n")
    let missing = try shown(["rspmaint", "list"], sandbox, ["RSPMAINT_PAGER": "no-such-pager"])
    #expect(missing.contains("83 standards\n[exit 0]\n"), "\(missing)")
    // Ctrl-C reaches less, which stays, and then q.
    let less = try shown(["rspmaint", "list"], sandbox, keys: "\u{3}q", ["PAGER": "less"])
    #expect(less.hasSuffix("[exit 0]\n"), "\(less.suffix(200))")
    #expect(less.contains(String(first)) && !less.contains("83 standards"))
    let ended = try shown(
      ["sh", "-c", "rspmaint list; echo \"then $?\""], sandbox, keys: "\u{3}",
      ["RSPMAINT_PAGER": "sleep 60"])
    #expect(ended.contains("[exit "), "\(ended)")
    #expect(try sandbox.git("status", "--porcelain") == "")
  }

  @Test("Keeps the exit code of the verb")
  func code() throws {
    let sandbox = try sandbox()
    defer { sandbox.remove() }
    try sandbox.edit("Portfolio/standards/data/loinc.yml", "group: preferred", "group: prefered")
    let shown = try shown(
      ["rspmaint", "validate", "--notes"], sandbox, lines: 3,
      ["RSPMAINT_PAGER": "cat >/dev/null"])
    #expect(shown == "[exit 1]\n")
  }
}
