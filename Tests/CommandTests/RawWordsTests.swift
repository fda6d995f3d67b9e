import Foundation
import TestSupport
import Testing

@Suite("Words of the libraries below")
struct RawWordsTests {
  /// Every verb, with arguments that would do something where it can.
  static let verbs: [[String]] = [
    ["list"], ["list", "--rev", "HEAD"], ["show", "loinc"], ["explain", "loinc"],
    ["history", "loinc"], ["tables", "--category", "data"], ["criteria"], ["changelog", "--check"],
    ["validate"], ["diff"], ["diff", "HEAD~1..HEAD"], ["diff", "--proposal", "1"], ["status"],
    ["format"], ["audit", "--since", "HEAD~1"], ["guard", "--check", "main"],
    ["propose", "udi", "--confirm", "tooling", "--title", "Confirm"]
      + Transcript.words,
    ["propose", "--from-worktree", "--title", "T"], ["open", "2"], ["refresh", "1"],
    ["review", "1", "--object", "--comment", "No."], ["commit", "1"],
    ["reject", "1", "--because", "No."],
    ["withdraw", "1", "--because", "No."], ["changelog", "--write"],
  ]

  static let kinds: [String] =
    RepositoryRefusalTests.all.map(\.script) + [
      "true", "git checkout -q --detach", "git checkout -q --orphan new",
      "git clone -q --bare . x && rm -rf Portfolio Proposals .git && mv x/* . && rmdir x",
      "git clone -q --depth 1 file://$PWD x && rm -rf .git && mv x/.git . && rm -rf x",
      "echo > .git/index.lock", "git config commit.gpgsign maybe", "git config core.bare maybe",
      "git config core.autocrlf maybe", "rm .git/HEAD", "rm -rf .git",
      "echo broken > .git/packed-refs", "echo broken > .git/refs/heads/main",
      "rm -rf .git/rspmaint && echo > .git/rspmaint", "rm .git/index && mkdir .git/index",
      "rm -rf .git/refs/heads && echo > .git/refs/heads", "chmod 000 Portfolio/portfolio.yml",
    ]

  @Test("Never reach the user, whatever state the repository is in", arguments: kinds)
  func noRawWords(script: String) throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(script)
    for verb in RawWordsTests.verbs {
      let outcome = try sandbox.rspmaint(verb)
      for raw in ["git_", "libgit2", "Problem(", "CallError", "Optional("] {
        #expect(!outcome.err.contains(raw), "\(verb): \(outcome.err)")
        #expect(!outcome.out.contains(raw), "\(verb): \(outcome.out)")
      }
      #expect(outcome.code < 128, "\(verb): \(outcome.err)")
    }
  }
}
