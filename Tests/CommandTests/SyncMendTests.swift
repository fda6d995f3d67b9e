import Foundation
import TestSupport
import Testing

@Suite("Sync and numbers that are shared twice")
struct SyncMendTests {
  /// Both clones made 0001, and somebody merged and pushed that by git.
  private func merged(
    _ prepare: (Clones) throws -> Void = { _ in }, _ work: (Clones) throws -> Void
  ) throws {
    let clones = try Clones(installs: false)
    defer { clones.remove() }
    try clones.propose(0, "loinc", "LOINC to high")
    try clones.propose(1, "udi", "UDI to high", as: .second)
    try clones.propose(1, "icd-10", "ICD-10 to high", as: .reviewer, "--after", "1")
    try prepare(clones)
    try clones[0].git("push", "-q", "origin", "main")
    try clones[1].git("pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
    try clones[1].git("push", "-q", "origin", "main")
    try work(clones)
  }

  @Test("Gives the one that was not reviewed another number, whoever syncs")
  func reviewed() throws {
    try merged { clones in
      try clones.run(1, "review", "1", "--approve", as: .stranger)
    } _: { clones in
      let outcome = try clones.sync(0, as: .chair)
      #expect(
        outcome.out.contains(
          "Proposal 0001 is now 0003-loinc-to-high, as its number was taken."),
        "\(outcome.out)")
      #expect(!outcome.out.contains("lapse"))
      _ = try clones.sync(1, as: .second)
      #expect(
        try clones.folders(1) == ["0001-udi-to-high", "0002-icd-10-to-high", "0003-loinc-to-high"])
      try clones.expectTogether()
      let again = try clones.sync(0, as: .chair)
      #expect(again.out == "There is nothing to share: main is as origin/main.\n")
    }
  }

  @Test("Changes nobody else's text to mend a number")
  func foreign() throws {
    try merged { clones in
      try clones.run(0, "review", "1", "--approve", as: .stranger)
    } _: { clones in
      let outcome = try clones.sync(0)
      #expect(
        outcome.out.contains(
          "Two proposals still share a number: 0002-icd-10-to-high of Rune Reviewer comes after a "
            + "proposal that needs another number, and nobody else may change its text"),
        "\(outcome.out)")
      #expect(try clones.folders(0).prefix(2) == ["0001-loinc-to-high", "0001-udi-to-high"])
      // Those who wrote it mend it.
      let own = try clones.sync(0, as: .reviewer)
      #expect(own.out.contains("0003-udi-to-high"), "\(own.out)")
      let text = try clones[0].read("Proposals/0002-icd-10-to-high/proposal.yml")
      #expect(text.contains("after: [3]"))
    }
  }

  @Test("Goes on from a text that the merge rewrote")
  func goesOn() throws {
    let clones = try Clones()
    defer { clones.remove() }
    try clones.propose(0, "loinc", "LOINC to high")
    _ = try clones.sync(0)
    try clones.propose(1, "udi", "UDI to high")
    try clones.propose(1, "icd-10", "ICD-10 to high", as: .editor, "--after", "1")
    // Another's commit keeps what is below it from being made again.
    try clones.run(1, "review", "1", "--approve", as: .stranger)
    try clones.run(1, "propose", "--update", "2", "--rationale", "Better.")
    let outcome = try clones.sync(1)
    #expect(outcome.out.contains("Proposal 0001 is now 0003"), "\(outcome.out)")
    let text = try clones[1].read("Proposals/0002-icd-10-to-high/proposal.yml")
    #expect(text.contains("after: [3]") && text.contains("  Better.\n"), "\(text)")
    _ = try clones.sync(0)
    try clones.expectTogether()
  }

  @Test("Says how to share where a host protects the branch")
  func protected() throws {
    let clones = try Clones(installs: false)
    defer { clones.remove() }
    try clones.propose(1, "udi", "UDI to high")
    let hook = clones.server.path + "/hooks/pre-receive"
    try "#!/bin/sh\necho 'This branch is protected.'\nexit 1\n".write(
      toFile: hook, atomically: true, encoding: .utf8)
    try clones[1].shell("chmod +x '\(hook)'")
    let outcome = try clones.sync(1, code: 1)
    #expect(
      outcome.err == """
        rspmaint: the shared repository 'origin' refused what you share:
          | This branch is protected.
          help: where the branch is protected, share on another: 'rspmaint sync --branch NAME'

        """, "\(outcome.err)")
  }
}
