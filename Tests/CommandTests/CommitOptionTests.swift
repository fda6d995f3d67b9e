import Foundation
import TestSupport
import Testing

@Suite("Verbs that commit what they write")
struct CommitOptionTests {
  private let confirm = [
    "propose", "udi", "--confirm", "tooling", "--title", "Confirm", "--commit",
  ]

  /// A repository with proposal 1 as a draft that is committed, and something else that is staged.
  private func drafted(_ work: (Transcript) throws -> Void) throws {
    _ = try session { session in
      let sandbox = session.sandbox
      let outcome = try sandbox.rspmaint(
        ["propose", "loinc", "--set", "tooling=high", "--title", "LOINC to high", "--commit"]
          + Transcript.words)
      try #require(outcome.code == 0, "\(outcome.err)")
      try sandbox.write("mine\n", to: "staged.txt")
      try sandbox.git("add", "staged.txt")
      try work(session)
    }
  }

  @Test(
    "Writes nothing where it is known that nothing can be committed",
    arguments: [
      ("git switch -q --detach", "HEAD is detached"),
      ("git switch -q --orphan new; git checkout -q main -- .", "has no commit yet"),
      ("touch .git/index.lock", "index.lock' for "),
      ("mkdir -p .git/refs/heads && touch .git/refs/heads/main.lock", "main.lock' for "),
      ("git update-index --split-index", "index is split"),
      ("git rev-parse HEAD > .git/MERGE_HEAD", "a merge is under way"),
      ("git config commit.gpgsign true; git config gpg.format x509", "sign with 'x509'"),
      ("git config commit.gpgsign true; git config gpg.format ssh", "names no key"),
      ("echo '* filter=lfs' > .git/info/attributes", "set 'filter'"),
    ].orSome(3))
  func prepared(script: String, words: String) throws {
    try drafted { session in
      let sandbox = session.sandbox
      try sandbox.shell(script)
      let before = try sandbox.git("status", "--porcelain", "-uall")
      for arguments in [confirm, ["open", "1", "--commit"]] {
        let outcome = try sandbox.rspmaint(arguments)
        #expect(outcome.code == 1 || outcome.code == 75)
        #expect(outcome.err.contains(words), "\(outcome.err)")
        #expect(outcome.out == "")
        #expect(try sandbox.git("status", "--porcelain", "-uall") == before)
      }
    }
  }

  @Test("Gives the command by which refused files are committed, and nothing else")
  func refused() throws {
    try drafted { session in
      let sandbox = session.sandbox
      try sandbox.shell(
        "printf '#!/bin/sh\nexit 1\n' > .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit")
      for (arguments, paths) in [
        (["open", "1", "--commit"], ["Proposals/0001-loinc-to-high/state.yml"]),
        (confirm, ["Proposals/0002-confirm/proposal.yml", "Proposals/0002-confirm/state.yml"]),
      ] {
        let outcome = try sandbox.rspmaint(arguments)
        #expect(outcome.code == 1)
        #expect(outcome.err.contains("refused the files that were written"), "\(outcome.err)")
        #expect(outcome.err.contains("\n  the files are written and not committed\n"))
        #expect(!outcome.err.contains("nothing was changed"))
        let words = paths.joined(separator: " ")
        try expect(
          "git add -- \(words) && git commit -- \(words)", in: outcome, commits: paths, sandbox)
      }
    }
  }

  @Test(
    "Says of a step taken before that its file is not committed",
    arguments: [
      (verb: ["open", "1"], words: "is open already"),
      (verb: ["withdraw", "1", "--because", "Mistaken."], words: "never changes again"),
      (verb: ["reject", "1", "--because", "Unwanted."], words: "never changes again"),
    ])
  func done(verb: [String], words: String) throws {
    try drafted { session in
      let sandbox = session.sandbox
      #expect(try sandbox.rspmaint(verb).code == 0)
      let path = "Proposals/0001-loinc-to-high/state.yml"
      let outcome = try sandbox.rspmaint(verb + ["--commit"])
      #expect(outcome.code == 1)
      #expect(outcome.err.contains(words), "\(outcome.err)")
      #expect(outcome.err.contains("\n  its files are written and not committed\n"))
      try expect(
        "git add -- \(path) && git commit -- \(path)", in: outcome, commits: [path], sandbox)
      let again = try sandbox.rspmaint(verb)
      #expect(again.code == 1 && again.err.contains(words))
      #expect(!again.err.contains("not committed"), "\(again.err)")
    }
  }

  @Test("Gives a command that can be typed where the user is, whatever the folders are called")
  func elsewhere() throws {
    try drafted { session in
      let sandbox = session.sandbox
      let odd = sandbox.root + "/../it's here"
      try sandbox.shell("mv '\(sandbox.root)' \"\(odd)\" && mkdir '\(sandbox.root)'")
      let outcome = try sandbox.rspmaint(["open", "1", "--repo", odd])
      try #require(outcome.code == 0, "\(outcome.err)")
      let again = try sandbox.rspmaint(["open", "1", "--repo", odd])
      let command = try #require(
        again.err.components(separatedBy: "commit them by git: ").dropFirst().first, "\(again.err)")
      #expect(command.hasPrefix("git -C '") && command.contains(#"it'\''s here'"#), "\(command)")
      try type(command, sandbox)
      #expect(try sandbox.git("-C", odd, "status", "--porcelain") == "A  staged.txt\n")
    }
  }

  private func expect(
    _ command: String, in outcome: Sandbox.Outcome, commits paths: [String], _ sandbox: Sandbox,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    #expect(
      outcome.err.contains("help: commit them by git: \(command)\n"), "\(outcome.err)",
      sourceLocation: location)
    try sandbox.shell("chmod -x .git/hooks/pre-commit 2>/dev/null || true")
    try type(command, sandbox)
    try sandbox.shell("chmod +x .git/hooks/pre-commit 2>/dev/null || true")
    let names = try sandbox.git("show", "--format=", "--name-only", "HEAD").split(separator: "\n")
    #expect(names.map(String.init) == paths, sourceLocation: location)
    #expect(
      try sandbox.git("status", "--porcelain") == "A  staged.txt\n", sourceLocation: location)
  }

  /// Types a command as it stands, and a message in the editor that it opens.
  private func type(_ command: String, _ sandbox: Sandbox) throws {
    try sandbox.shell("export GIT_EDITOR='sh -c \"echo Done > \\$1\" sh'\n" + command)
  }
}
