import Foundation
import TestSupport
import Testing

/// Commits that other programs made, and that git reads as well as it can.
@Suite("Malformed commits")
struct MalformedCommitTests {
  /// A change of a commit's text, as a script of sed.
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let script: String

    init(_ name: String, _ script: String) { (testDescription, self.script) = (name, script) }
  }

  static let faults: [Fault] = [
    Fault("no brackets", "s/^author .*/author Rune rune@north.example 1795435200 +0000/"),
    Fault("no end of the address", "s/^author .*/author Rune <rune@north.example 1 +0000/"),
    Fault("no name", "s/^author .*/author <rune@north.example> 1795435200 +0000/"),
    Fault("no date", "s/^committer .*/committer Rune <rune@north.example>/"),
    Fault("a negative date", "s/^committer .*/committer Rune <rune@north.example> -12 +0000/"),
    Fault("a date beyond 64 bits", "s/^author .*/author R <r@x> 99999999999999999999 +0000/"),
    Fault("an odd time zone", "s/^author .*/author R <r@x> 1795435200 +01/"),
    Fault("no author", "/^author /d"),
    Fault("two authors", #"s/^author .*/&\n&/"#),
    Fault("no committer", "/^committer /d"),
    Fault("bytes that are not UTF-8", #"s/^author .*/author R\xff <r@x> 1795435200 +0000/"#),
    Fault("an encoding that hides words", #"s/^committer .*/&\nencoding UTF-7/"#),
  ]

  /// Puts a malformed commit in the place of the last one.
  static func mangle(_ sandbox: Sandbox, _ script: String) throws {
    try sandbox.shell(
      "git cat-file commit HEAD | LC_ALL=C sed '\(script)' > ../commit; "
        + "git update-ref refs/heads/main "
        + "$(git hash-object -t commit -w --literally --stdin < ../commit)")
  }

  @Test("Reads on past a malformed commit, and audit names it", arguments: faults.orSome(3))
  func readsOn(fault: Fault) throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    let session = Transcript(sandbox)
    let start = try session.root
    try MalformedCommitTests.mangle(sandbox, fault.script)
    let id = try sandbox.git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
    // Once at the tip, once below it.
    for revision in ["HEAD", "HEAD~1"] {
      for verb in [
        ["status"], ["validate", "--quiet"], ["list", "--rev", revision],
        ["list", "--rev", String(id.prefix(8))], ["history", "loinc"],
        ["diff", revision + "~1.." + revision],
      ] {
        let outcome = try session.run(arguments: verb)
        #expect(outcome.code == 0, "\(verb): \(outcome.out)\(outcome.err)")
      }
      let audit = try sandbox.rspmaint(["audit", "--since", start, "--format", "json"])
      let found = try Audited(audit.out)
      #expect(found.rules == ["audit-commit-malformed"], "\(audit.out)\(audit.err)")
      #expect(found.findings.allSatisfy { $0.commit == id })
      if revision == "HEAD" {
        let commit = try session.run("commit", "1")
        #expect(commit.code == 0, "\(commit.err)")
      }
    }
  }

  @Test("Lets nobody approve whom a malformed line calls an author")
  func authors() throws {
    for name in ["Siri siri@south.example", "siri  SECOND"] {
      _ = try session(committee: true) { session in
        try session.propose("Re-rate LOINC", ["loinc", "--set", "tooling=high"])
        try session.run("propose", "--update", "1", "--rationale", "Better said.")
        try MalformedCommitTests.mangle(session.sandbox, "s/^author .*/author \(name) 1 +0000/")
        let own = try session.run("review", "1", "--approve", as: .second)
        #expect(own.code == 1 && own.err.contains("nobody approves their own"), "\(own.err)")
        #expect(try session.run("review", "1", "--approve", as: .reviewer).code == 0)
      }
    }
  }

  @Test("Keeps a date beyond 2106")
  func dates() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    let date = "@5000000000 -0330"
    let outcome = try sandbox.start(
      Sandbox.binary, ["commit", "1", "--as-of", "2026-11-23"], .editor, input: nil,
      ["GIT_AUTHOR_DATE": date])
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(
      try sandbox.git("log", "-1", "--format=%at %ai") == "5000000000 2128-06-11 05:23:20 -0330\n")
    let start = try sandbox.id("HEAD")
    let commit = try sandbox.start(
      "/usr/bin/git", ["commit", "-q", "--allow-empty", "-m", "Notes"], .editor, input: nil,
      ["GIT_COMMITTER_DATE": date])
    #expect(commit.code == 0, "\(commit.err)")
    let audit = try sandbox.rspmaint(["audit", "--since", start])
    #expect(audit.code == 1 && audit.out.contains("is dated 2128-06-11"), "\(audit.out)")
  }
}
