import Foundation
import TestSupport
import Testing

@Suite("Saving hand edits of proposals")
struct SaveTests {
  private static let text = "Proposals/0001-loinc-to-high/proposal.yml"

  /// A repository with two open proposals that are saved.
  private func edited(_ work: (Transcript) throws -> Void) throws {
    _ = try session { session in
      try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
      try session.propose("UCUM to high", ["ucum", "--set", "tooling=high"])
      session.expectDone()
      try work(session)
    }
  }

  @Test("Saves edits of proposals, of one or of all, and names what it leaves")
  func saves() throws {
    try edited { session in
      let sandbox = session.sandbox
      try session.run("save")
      session.expect(says: "There is nothing to save.\n[exit 0]")
      try sandbox.edit(SaveTests.text, "The reasons", "Better reasons")
      try sandbox.edit("Proposals/0002-ucum-to-high/proposal.yml", "The reasons", "Good reasons")
      try sandbox.edit("Portfolio/standards/data/udi.yml", "scope: ", "scope: Edited. ")
      try sandbox.write("mine\n", to: "staged.txt")
      try sandbox.git("add", "staged.txt")
      let before = try sandbox.id("HEAD")
      try session.run("save", "1", "--dry-run")
      #expect(try sandbox.id("HEAD") == before)
      try session.run("save", "1")
      session.expect(
        says: """
          Would save, “Edit proposal 0001”:
            Proposals/0001-loinc-to-high/proposal.yml
          Not saved: Proposals/0002-ucum-to-high/proposal.yml. Save all edits of proposals: 'rspmaint save'.
          Not saved: Portfolio/standards/data/udi.yml. Make edited records a proposal: 'rspmaint propose --from-worktree'.
          [exit 0]

          Saved as <id 1>, “Edit proposal 0001”:
            Proposals/0001-loinc-to-high/proposal.yml
          Not saved: Proposals/0002-ucum-to-high/proposal.yml. Save all edits of proposals: 'rspmaint save'.
          Not saved: Portfolio/standards/data/udi.yml. Make edited records a proposal: 'rspmaint propose --from-worktree'.
          [exit 0]
          """)
      #expect(
        try sandbox.git("show", "--format=%s", "--name-only", "HEAD")
          == "Edit proposal 0001\n\n\(SaveTests.text)\n")
      try session.run("save")
      session.expectDone()
      #expect(
        try sandbox.git("status", "--porcelain")
          == " M Portfolio/standards/data/udi.yml\nA  staged.txt\n")
    }
  }

  @Test("Saves no edit that brings an error, and one that mends a part of what was wrong before")
  func judged() throws {
    try edited { session in
      let sandbox = session.sandbox
      try sandbox.edit(SaveTests.text, "rationale:", "bogus: x\nrationale:")
      let tip = try sandbox.id("HEAD")
      try session.run("save")
      session.expect(
        says: """
          [standard error]
          Proposals/0001-loinc-to-high/proposal.yml:11:1: error: a proposal has no field 'bogus' [unknown-key]
            help: the fields are: title, nature, proposer, created, after, answers, changes, evidence, rationale
          rspmaint: nothing was saved
          [exit 1]
          """)
      #expect(try sandbox.id("HEAD") == tip)
      // The portfolio has moved on below the proposal.
      try sandbox.git("checkout", "-q", "HEAD", "--", "Proposals")
      try sandbox.edit("Portfolio/standards/data/loinc.yml", "tooling: moderate", "tooling: low")
      try session.commitAll("Edit by hand")
      try sandbox.edit(SaveTests.text, "The reasons", "Better reasons")
      #expect(try session.run("save").code == 0)
      #expect(try sandbox.git("status", "--porcelain") == "")
    }
  }

  @Test("Saves no change of a closed proposal, and no acceptance")
  func closed() throws {
    try edited { session in
      let sandbox = session.sandbox
      let state = "Proposals/0002-ucum-to-high/state.yml"
      try sandbox.edit(state, "status: open", "status: accepted")
      try sandbox.write(
        try sandbox.read(state)
          + "accepted: {date: 2026-11-23, reviewers: [Rune Reviewer], edition: E}\n", to: state)
      let forged = try session.run("save")
      #expect(
        forged.code == 1 && forged.err.contains("0002 is accepted in its state"), "\(forged.err)")
      try sandbox.git("checkout", "-q", "HEAD", "--", "Proposals")
      try session.approve(1, by: .reviewer)
      #expect(try session.run("commit", "1").code == 0)
      try sandbox.edit(SaveTests.text, "The reasons", "Better reasons")
      let closed = try session.run("save", "1")
      #expect(closed.code == 1 && closed.err.contains("0001 is accepted and never changes again"))
      #expect(try session.run("save", "7").code == 66)
    }
  }

  @Test("Is refused where there is no history, or where nothing can be saved")
  func refused() throws {
    let plain = try session(git: false) { session in
      let outcome = try session.run("save")
      #expect(outcome.code == 1 && outcome.err.contains("in a plain folder"))
      #expect(try session.run("undo").code == 1)
    }
    #expect(plain.text.contains("make it one: git"))
    try edited { session in
      try session.sandbox.edit(SaveTests.text, "The reasons", "Better reasons")
      for (script, words) in [
        ("git rev-parse HEAD > .git/MERGE_HEAD", "a merge is under way"),
        ("rm .git/MERGE_HEAD; git switch -q --detach", "HEAD is detached"),
      ] {
        try session.sandbox.shell(script)
        let outcome = try session.run("save")
        #expect(outcome.code == 1 && outcome.err.contains(words), "\(outcome.err)")
      }
    }
  }
}
