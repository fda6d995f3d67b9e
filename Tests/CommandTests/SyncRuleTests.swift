import Foundation
import TestSupport
import Testing

@Suite("What sync makes again, merges or leaves alone")
struct SyncRuleTests {
  /// Two clones; the first has shared a proposal that the second does not know.
  private func ahead(
    template: Template = .bare, _ work: (Clones) throws -> Void
  ) throws {
    let clones = try Clones(template: template)
    defer { clones.remove() }
    try clones.propose(0, "loinc", "LOINC to high")
    _ = try clones.sync(0)
    try work(clones)
  }

  @Test("Signs again what was signed, and nothing else")
  func signed() throws {
    try ahead { clones in
      let clone = clones[1]
      let key = URL(fileURLWithPath: clone.root).deletingLastPathComponent().path + "/key"
      try clone.shell("ssh-keygen -q -t ed25519 -N '' -f '\(key)'")
      try clone.git("config", "gpg.format", "ssh")
      try clone.git("config", "user.signingkey", key + ".pub")
      try clone.git("config", "commit.gpgsign", "true")
      try clones.propose(1, "udi", "UDI to high")
      try clone.git("config", "commit.gpgsign", "false")
      try clones.propose(1, "icd-10", "ICD-10 to high")
      _ = try clones.sync(1)
      let texts = try ["HEAD~1", "HEAD"].map { try clone.git("cat-file", "commit", $0) }
      #expect(texts.map { $0.contains("\ngpgsig ") } == [true, false])
      try clone.write(
        "* \(String(contentsOfFile: key + ".pub", encoding: .utf8))", to: "../signers")
      try clone.git(
        "-c", "gpg.ssh.allowedSignersFile=\(clone.root)/../signers", "verify-commit", "HEAD~1")
    }
  }

  @Test("Merges the commits of others as they are, so that nobody becomes their author")
  func others() throws {
    try ahead { clones in
      try clones.propose(1, "udi", "UDI to high", as: .second)
      let theirs = try clones[1].id("HEAD")
      let outcome = try clones.sync(1, as: .stranger)
      #expect(
        outcome.out.contains("Merged as they are: \(theirs.prefix(10)) “Propose 0001: UDI to"))
      #expect(outcome.out.contains("Proposal 0001 is now 0002"), "\(outcome.out)")
      #expect(try clones[1].git("merge-base", theirs, "HEAD").hasPrefix(theirs))
      // Who merged it may approve it.
      try clones.run(1, "review", "2", "--approve", as: .stranger)
      try clones.run(1, "commit", "2", as: .second)
      _ = try clones.sync(1, as: .second)
      _ = try clones.sync(0)
      try clones.expectTogether()
    }
  }

  @Test("Names the commits of others that changed the portfolio where the shared one changed too")
  func dishonest() throws {
    let clones = try Clones(template: .approved)
    defer { clones.remove() }
    try clones.propose(1, "udi", "UDI to high", as: .second)
    try clones.run(1, "review", "2", "--approve", as: .reviewer)
    try clones.run(1, "commit", "2", as: .second)
    try clones.run(0, "commit", "1")
    _ = try clones.sync(0)
    let before = try clones.standing(1)
    let outcome = try clones.sync(1, as: .stranger, code: 1)
    #expect(outcome.err.contains("by commits that you did not make alone"), "\(outcome.err)")
    #expect(outcome.err.contains("“UDI to high” by Siri Second\n"))
    #expect(try clones.standing(1) == before)
  }

  @Test("Merges a merge of the user's own as it is, whichever way round it was made")
  func ownMerge() throws {
    try ahead { clones in
      try clones[1].write("mine\n", to: "notes.txt")
      try clones[1].commitAll("Notes")
      try clones[1].git("pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
      let merge = try clones[1].id("HEAD")
      try clones.propose(1, "udi", "UDI to high")
      let outcome = try clones.sync(1)
      #expect(outcome.out.contains("Merged as they are: "), "\(outcome.out)")
      #expect(try clones[1].git("merge-base", merge, "HEAD").hasPrefix(merge))
      _ = try clones.sync(0)
      try clones.expectTogether()
    }
  }

  @Test("Leaves a proposal open whose acceptance no longer holds, and says why")
  func reopened() throws {
    let clones = try Clones(template: .approved)
    defer { clones.remove() }
    try clones[0].shell(
      "sed -i 's/tooling: .*/tooling: low/' Portfolio/standards/data/loinc.yml; "
        + "git diff --quiet && exit 1; git commit -qam 'By hand'")
    try clones[0].git("push", "-q", "--no-verify", "origin", "main:other")
    try clones.run(1, "commit", "1")
    try clones[0].shell(
      "mv '\(clones.server.path)/hooks/pre-receive' '\(clones.server.path)/off'; "
        + "git push -q origin main; mv '\(clones.server.path)/off' '\(clones.server.path)/hooks/pre-receive'"
    )
    let outcome = try clones.sync(1)
    #expect(outcome.out.contains("Proposal 0001 was not accepted again: "), "\(outcome.out)")
    #expect(outcome.out.contains("tooling"), "\(outcome.out)")
    #expect(try clones[1].git("status", "--porcelain") == "")
    let state = try clones[1].read("Proposals/0001-loinc-to-high/state.yml")
    #expect(state.contains("status: open"))
  }

  @Test("Stops where two people edited one file, and names both")
  func editedTwice() throws {
    try ahead { clones in
      _ = try clones.sync(1)
      try clones.run(0, "propose", "--update", "1", "--rationale", "Here.")
      _ = try clones.sync(0)
      try clones.run(
        1, "propose", "--update", "1", "--rationale", "There.", as: .second)
      let before = try clones.standing(1)
      for actor in [Sandbox.Actor.second, .stranger] {
        let outcome = try clones.sync(1, as: actor, code: 1)
        #expect(
          outcome.err.hasPrefix(
            "rspmaint: two people edited Proposals/0001-loinc-to-high/proposal.yml, so nothing was"),
          "\(outcome.err)")
        #expect(outcome.err.contains("  here: ") && outcome.err.contains(" by Siri Second\n"))
        #expect(outcome.err.contains("  shared: ") && outcome.err.contains(" by Ada Editor\n"))
        #expect(try clones.standing(1) == before)
      }
    }
  }

  @Test("Stops where a proposal was closed that an unshared review is of")
  func closed() throws {
    try ahead { clones in
      _ = try clones.sync(1)
      try clones.run(0, "withdraw", "1", "--because", "Mistaken.")
      _ = try clones.sync(0)
      try clones.run(1, "review", "1", "--approve", as: .reviewer)
      let before = try clones.standing(1)
      let outcome = try clones.sync(1, as: .reviewer, code: 1)
      #expect(outcome.err.contains("proposal 0001 was withdrawn meanwhile"), "\(outcome.err)")
      #expect(try clones.standing(1) == before)
    }
  }

  @Test(
    "Never makes a step of a ballot or an edition again",
    arguments: [
      (
        path: "Proposals/ballots/2026/ballot.yml", message: "Open ballot",
        words: "a step of a ballot"
      ),
      (path: "notes.txt", message: "Cut\n\nRSP-Edition: x", words: "an edition or a correction"),
    ])
  func neverAgain(path: String, message: String, words: String) throws {
    try ahead { clones in
      try clones[1].write("x\n", to: path)
      try clones[1].commitAll(message)
      let before = try clones.standing(1)
      let outcome = try clones.sync(1, code: 1)
      #expect(outcome.err.contains("is \(words)"), "\(outcome.err)")
      #expect(outcome.err.contains("help: take yours back: 'rspmaint undo', then 'rspmaint sync'"))
      #expect(try clones.standing(1) == before)
    }
  }

  @Test("Keeps edits that nothing touches, and stops where one is in the way")
  func edits() throws {
    try ahead { clones in
      try clones[1].write("mine\n", to: "notes.txt")
      try clones[1].git("add", "notes.txt")
      try clones[1].write("Not ours.\n", to: "Proposals/0001-loinc-to-high/state.yml")
      let before = try clones.standing(1)
      let outcome = try clones.sync(1, code: 1)
      #expect(outcome.err.contains("files that you are editing"), "\(outcome.err)")
      #expect(outcome.err.contains("\n  Proposals/0001-loinc-to-high/state.yml\n"))
      #expect(outcome.err.contains("help: save what you edited: 'rspmaint save', then sync"))
      #expect(try clones.standing(1) == before)
      try clones[1].shell("rm -r Proposals")
      _ = try clones.sync(1)
      #expect(try clones[1].git("status", "--porcelain") == "A  notes.txt\n")
    }
  }

  @Test("Names a proposal that is not saved and whose number others took")
  func unsaved() throws {
    try ahead { clones in
      let outcome = try clones[1].rspmaint(
        [
          "propose", "udi", "--set", "tooling=high", "--title", "Draft", "--no-save", "--as-of",
          Clones.day,
        ])
      try #require(outcome.code == 0, "\(outcome.err)")
      let synced = try clones.sync(1)
      #expect(
        synced.out.contains(
          "The number of 0001-draft, which is not saved, is taken: then 'rspmaint renumber 1'.\n"))
      try clones.run(1, "renumber", "1")
      #expect(try clones.folders(1) == ["0001-loinc-to-high", "0002-draft"])
    }
  }

  @Test("Takes as shared what others shared as one commit")
  func squashed() throws {
    try ahead { clones in
      _ = try clones.sync(1)
      try clones.run(1, "review", "1", "--approve", as: .second)
      try clones.run(1, "review", "1", "--abstain", as: .second)
      try clones[0].shell(
        "git pull -q --no-rebase ../../\(URL(fileURLWithPath: clones[1].root).deletingLastPathComponent().lastPathComponent)/rsp main"
          + "; git reset -q --soft HEAD~2; git commit -qm Squashed; git push -q origin main")
      let outcome = try clones.sync(1, as: .second)
      #expect(outcome.out.contains("is shared already.\n"), "\(outcome.out)")
      #expect(try clones[1].id("HEAD") == clones[0].id("HEAD"))
    }
  }
}
