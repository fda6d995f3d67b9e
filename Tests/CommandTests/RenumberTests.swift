import Foundation
import TestSupport
import Testing

@Suite("Two proposals with one number")
struct RenumberTests {
  /// A repository without a remote, into which another was merged by git: both had made 0001.
  private func merged(
    _ prepare: (Sandbox) throws -> Void = { _ in }, _ work: (Sandbox) throws -> Void
  ) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let other = try Sandbox(copying: sandbox)
    defer { other.remove() }
    try Transcript(sandbox).propose("Older", ["loinc", "--set", "tooling=high"])
    for (title, arguments) in [("Younger", ["udi"]), ("Behind", ["icd-10", "--after", "1"])] {
      try Transcript(other).run(
        arguments: ["propose"] + arguments + ["--set", "tooling=high", "--title", title]
          + Transcript.words + ["--open"], day: "2026-11-24")
    }
    try prepare(other)
    try sandbox.git("pull", "-q", "--no-rebase", "--no-edit", other.root, "main")
    try work(sandbox)
  }

  private func folders(_ sandbox: Sandbox) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: sandbox.root + "/Proposals").sorted()
  }

  @Test("Moves the younger one, with what comes after it, and says whose reviews lapse")
  func younger() throws {
    try merged { sandbox in
      let before = try sandbox.rspmaint(["validate"])
      #expect(before.out.contains("'rspmaint renumber 1'"), "\(before.out)")
      try Transcript(sandbox).approve(2, by: .reviewer)
      let outcome = try sandbox.rspmaint(["renumber", "1", "--as-of", "2026-11-25"])
      #expect(
        outcome.out.hasPrefix("0001-younger is now 0003-younger.\n0001-older keeps its number.\n"),
        "\(outcome.out)\(outcome.err)")
      #expect(outcome.out.contains(" of proposal 0002 no longer counts"), "\(outcome.out)")
      #expect(try folders(sandbox) == ["0001-older", "0002-behind", "0003-younger"])
      #expect(try sandbox.read("Proposals/0002-behind/proposal.yml").contains("after: [3]"))
      try Transcript(sandbox).expectSound()
      let again = try sandbox.rspmaint(["renumber", "1"])
      #expect(again.code == 1 && again.err.contains("one proposal alone has the number 0001"))
    }
  }

  @Test("Keeps the number of the one that was reviewed")
  func reviewed() throws {
    try merged { sandbox in
      try Transcript(sandbox).approve(1, by: .reviewer)
    } _: { sandbox in
      let outcome = try sandbox.rspmaint(["renumber", "1", "--as-of", "2026-11-25"])
      #expect(outcome.out == "0001-older is now 0003-older.\n0001-younger keeps its number.\n")
      #expect(try sandbox.read("Proposals/0002-behind/proposal.yml").contains("after: [1]"))
    }
  }

  @Test("Follows people and reviews through all numbers that a proposal had")
  func people() throws {
    try merged { sandbox in
      let head = try sandbox.id("HEAD")
      let other = try sandbox.rspmaint(["renumber", "1", "--as-of", "2026-11-25"], as: .reviewer)
      #expect(
        other.code == 1 && other.err.contains("nobody else may change its text"), "\(other.err)")
      #expect(try sandbox.id("HEAD") == head)
      let moved = try sandbox.rspmaint(["renumber", "1", "--as-of", "2026-11-25"])
      #expect(moved.code == 0, "\(moved.err)")
      let own = try sandbox.rspmaint(["review", "3", "--approve", "--as-of", "2026-11-25"])
      #expect(own.code == 1 && own.err.contains("nobody approves their own"), "\(own.err)")
      let review = try sandbox.rspmaint(
        ["review", "3", "--approve", "--as-of", "2026-11-25"], as: .reviewer)
      #expect(review.code == 0, "\(review.err)")
      #expect(try sandbox.rspmaint(["commit", "3", "--as-of", "2026-11-25"]).code == 0)
    }
  }

  @Test("Keeps the number of the one that was accepted, though it is the younger one")
  func acceptedOne() throws {
    try merged { sandbox in
      try Transcript(sandbox).approve(1, by: .reviewer)
      let accepted = try sandbox.rspmaint(["commit", "1", "--as-of", "2026-11-24"])
      #expect(accepted.code == 0, "\(accepted.err)")
    } _: { sandbox in
      let outcome = try sandbox.rspmaint(["renumber", "1", "--as-of", "2026-11-25"])
      #expect(
        outcome.out == "0001-older is now 0003-older.\n0001-younger keeps its number.\n",
        "\(outcome.out)\(outcome.err)")
      let root = try sandbox.git("rev-list", "--max-parents=0", "HEAD").split(separator: "\n")
      let audit = try sandbox.rspmaint(["audit", "--since", String(root[0])])
      #expect(audit.code == 0, "\(audit.out)\(audit.err)")
    }
  }

  @Test("Refuses where both were accepted")
  func accepted() throws {
    try merged { sandbox in
      for name in ["0001-older", "0001-younger"] {
        try sandbox.write(
          "status: accepted\naccepted: {date: 2026-11-24, reviewers: [A B], edition: X}\n",
          to: "Proposals/\(name)/state.yml")
      }
      try sandbox.commitAll("Accept by hand")
      let outcome = try sandbox.rspmaint(["renumber", "1", "--as-of", "2026-11-25"])
      #expect(outcome.code == 1)
      #expect(
        outcome.err.contains("two proposals with the number 0001 were accepted"), "\(outcome.err)")
    }
  }

  @Test("Moves one that stands in the files alone, also without git")
  func unsaved() throws {
    for git in [true, false] {
      let sandbox = try Sandbox(git: git)
      defer { sandbox.remove() }
      let words = ["--set", "tooling=high"] + Transcript.words
      _ = try sandbox.rspmaint(["propose", "loinc", "--title", "One", "--no-save"] + words)
      if git { try sandbox.commitAll("Save") }
      try sandbox.copy("Proposals/0001-one", to: "Proposals/0001-two")
      let outcome = try sandbox.rspmaint(["renumber", "1"])
      #expect(
        outcome.out == "0001-two is now 0002-two.\n0001-one keeps its number.\n",
        "\(outcome.out)\(outcome.err)")
      #expect(try folders(sandbox) == ["0001-one", "0002-two"])
    }
  }
}
