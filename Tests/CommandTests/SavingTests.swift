import Foundation
import TestSupport
import Testing

@Suite("Verbs that save what they write")
struct SavingTests {
  private let confirm = ["propose", "udi", "--confirm", "tooling", "--title", "Confirm"]
  private static let folder = "Proposals/0001-loinc-to-high"

  /// A repository with proposal 1 as a draft that is saved, and something else that is staged.
  private func drafted(_ work: (Transcript) throws -> Void) throws {
    _ = try session { session in
      let sandbox = session.sandbox
      try session.run(
        arguments: ["propose", "loinc", "--set", "tooling=high", "--title", "LOINC to high"]
          + Transcript.words)
      try sandbox.write("mine\n", to: "staged.txt")
      try sandbox.git("add", "staged.txt")
      try work(session)
    }
  }

  @Test("Makes one commit of each step, of exactly its files, one after another")
  func steps() throws {
    try drafted { session in
      let sandbox = session.sandbox
      for (arguments, actor, subject, names) in [
        (["open", "1"], .editor, "Open proposal 0001", ["state.yml"]),
        (
          ["review", "1", "--object", "--comment", "No."], .reviewer,
          "Review proposal 0001: object", ["reviews/rune-north-example-8d86ab40.yml"]
        ),
        (
          ["propose", "--update", "1", "--rationale", "Better said."], .editor,
          "Update 0001: LOINC to high", ["proposal.yml"]
        ),
        (
          ["review", "1", "--approve"], .reviewer, "Review proposal 0001: approve",
          ["reviews/rune-north-example-8d86ab40.yml"]
        ),
      ] as [([String], Sandbox.Actor, String, [String])] {
        let outcome = try session.run(arguments: arguments, as: actor, day: "2026-11-23")
        #expect(outcome.code == 0, "\(outcome.err)")
        #expect(outcome.out.contains("Saved as "), "\(outcome.out)")
        let paths = names.map { "\(SavingTests.folder)/\($0)\n" }.joined()
        #expect(
          try sandbox.git("show", "--format=%an: %s", "--name-only", "HEAD")
            == "\(actor.name): \(subject)\n\n\(paths)")
        #expect(try sandbox.git("status", "--porcelain") == "A  staged.txt\n")
      }
      #expect(try session.run("commit", "1").code == 0)
      try session.run(arguments: confirm)
      #expect(try session.run("withdraw", "2", "--because", "Mistaken.").code == 0)
      let audit = try session.run("audit", "--since", try session.root)
      #expect(audit.code == 0, "\(audit.out)\(audit.err)")
      #expect(try sandbox.git("status", "--porcelain") == "A  staged.txt\n")
    }
  }

  @Test(
    "Writes nothing where it is known that nothing can be saved",
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
      for arguments in [confirm, ["open", "1"], ["open", "1", "--dry-run"]] {
        let outcome = try sandbox.rspmaint(arguments)
        #expect(outcome.code == 1 || outcome.code == 75)
        #expect(outcome.err.contains(words), "\(outcome.err)")
        #expect(outcome.out == "")
        #expect(try sandbox.git("status", "--porcelain", "-uall") == before)
      }
    }
  }

  @Test("Writes nothing where a hook refuses, and saves once it does not")
  func refused() throws {
    try drafted { session in
      let sandbox = session.sandbox
      let hook = ".git/hooks/pre-commit"
      try sandbox.shell("printf '#!/bin/sh\nexit 1\n' > \(hook) && chmod +x \(hook)")
      for arguments in [["open", "1"], confirm] {
        let outcome = try sandbox.rspmaint(arguments)
        #expect(outcome.code == 1)
        #expect(outcome.err.contains("'pre-commit' refused what was to be saved"), "\(outcome.err)")
        #expect(outcome.out == "")
        #expect(try sandbox.git("status", "--porcelain") == "A  staged.txt\n")
        try sandbox.rspmaint(arguments + ["--no-verify"]).expectDone()
      }
    }
  }

  @Test(
    "Loses no hand edit of a proposal and saves none along with a step",
    arguments: [
      ["open", "1"], ["refresh", "1"], ["withdraw", "1", "--because", "Mistaken."],
      ["reject", "1", "--because", "Unwanted."], ["review", "1", "--abstain"],
      ["propose", "--update", "1", "--rationale", "Better."], ["commit", "1"],
      ["review", "1", "--resolve", "a", "--because", "Heard."],
    ])
  func handEdits(arguments: [String]) throws {
    try drafted { session in
      let sandbox = session.sandbox
      if ["review", "commit"].contains(arguments[0]) { try session.run("open", "1") }
      let path = "\(SavingTests.folder)/proposal.yml"
      try sandbox.edit(path, "The reasons", "Better reasons")
      let (edited, tip) = (try sandbox.read(path), try sandbox.id("HEAD"))
      let outcome = try session.run(arguments: arguments)
      #expect(outcome.code == 1)
      #expect(
        outcome.err == """
          rspmaint: proposal 0001 has edits that are not saved: \(path)
            help: save them first: rspmaint save 1

          """)
      #expect(try sandbox.read(path) == edited)
      #expect(try sandbox.id("HEAD") == tip)
      #expect(try session.run("save", "1").code == 0)
      let then = try session.run(arguments: arguments)
      #expect(!then.err.contains("not saved"), "\(then.err)")
    }
  }

  @Test("Only writes where that is asked for, and tells how to save it")
  func onlyWrites() throws {
    try drafted { session in
      let sandbox = session.sandbox
      let tip = try sandbox.id("HEAD")
      let opened = try session.run("open", "1", "--no-save")
      #expect(opened.out.hasSuffix("Not saved yet: 'rspmaint save 1'.\n"), "\(opened.out)")
      try sandbox.edit("Portfolio/standards/data/udi.yml", "scope: ", "scope: Edited. ")
      let edits = try session.run(
        "propose", "--from-worktree", "--title", "Edits", "--no-save")
      #expect(edits.out.contains("Not saved yet: 'rspmaint save 2'.\n"), "\(edits.out)")
      #expect(!edits.out.contains("put back"))
      #expect(try sandbox.id("HEAD") == tip)
      #expect(
        try sandbox.git("status", "--porcelain") == """
           M Portfolio/standards/data/udi.yml
           M \(SavingTests.folder)/state.yml
          A  staged.txt
          ?? Proposals/0002-edits/

          """)
      #expect(try session.run("save").code == 0)
      #expect(try session.run("review", "1", "--abstain").code == 0)
    }
  }

  @Test("Makes no commit of what is saved so already")
  func unchanged() throws {
    try drafted { session in
      let sandbox = session.sandbox
      let call = ["propose", "--update", "1", "--rationale", "Better said.", "--open"]
      #expect(try session.run(arguments: call).code == 0)
      let tip = try sandbox.id("HEAD")
      let again = try session.run(arguments: call)
      #expect(again.out.contains("It is saved so already.\n"), "\(again.out)\(again.err)")
      #expect(try sandbox.id("HEAD") == tip)
      #expect(try sandbox.git("status", "--porcelain") == "A  staged.txt\n")
    }
  }

  @Test("Puts edited records back to the last commit when they are a proposal that is saved")
  func fromWorktree() throws {
    try drafted { session in
      let sandbox = session.sandbox
      try sandbox.edit("Portfolio/standards/data/udi.yml", "scope: ", "scope: Edited. ")
      let edits = try session.run("propose", "--from-worktree", "--title", "Edits")
      #expect(
        edits.out.contains(
          "  Portfolio/standards/data/udi.yml: edited; put back to the last commit\n"),
        "\(edits.out)")
      #expect(try sandbox.git("status", "--porcelain") == "A  staged.txt\n")
    }
  }

  @Test("Says in a plain folder that there is no history")
  func plain() throws {
    _ = try session(git: false) { session in
      try session.sandbox.shell(
        "git config --global user.name A; git config --global user.email a@b")
      let proposed = try session.run(arguments: confirm)
      #expect(proposed.code == 0, "\(proposed.err)")
      let words = "There is no history here, so the files are only written.\n"
      #expect(proposed.out.contains(words), "\(proposed.out)")
      let withdrawn = try session.run("withdraw", "1", "--because", "Mistaken.")
      #expect(withdrawn.out.hasSuffix(words), "\(withdrawn.out)\(withdrawn.err)")
    }
  }
}
