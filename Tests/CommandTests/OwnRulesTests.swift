import Foundation
import TestSupport
import Testing

/// The rules of the base hold, whatever a proposal or its text says.
@Suite("Own people and own rules")
struct OwnRulesTests {
  private func review(_ session: Transcript, _ member: String, _ folder: String) throws {
    try session.sandbox.write(
      "member: \(member)\ndate: 2026-11-23\nverdict: approve\ncontent: "
        + session.sandbox.git("hash-object", folder + "/proposal.yml"),
      to: "\(folder)/reviews/\(member).yml")
  }

  private func proposeEdits(_ session: Transcript, _ title: String) throws {
    let outcome = try session.run(
      arguments: ["propose", "--from-worktree", "--title", title] + Transcript.words + [
        "--open"
      ])
    try #require(outcome.code == 0, "\(outcome.err)")
  }

  private func expectRefused(
    _ session: Transcript, _ reason: String, _ at: SourceLocation = #_sourceLocation
  ) throws {
    let commit = try session.run("commit", "1")
    #expect(commit.code == 1, sourceLocation: at)
    #expect(commit.err.contains(reason), "\(commit.err)", sourceLocation: at)
  }

  @Test("Lets no former proposer approve after the field is edited")
  func editedProposer() throws {
    _ = try session(committee: true) { session in
      let sandbox = session.sandbox
      // Siri proposes; Ada commits for her, and later puts herself in.
      try session.run(
        arguments: ["propose", "loinc", "--set", "tooling=high", "--title", "Re-rate LOINC"]
          + Transcript.words + ["--open", "--no-save"], as: .second)
      try session.commitAll("Propose for Siri")
      try sandbox.edit(
        Signers.folder + "/proposal.yml", Sandbox.Actor.second.rawValue,
        Sandbox.Actor.editor.rawValue)
      try session.commitAll("Put the name right")
      let refused = try session.run("review", "1", "--approve", as: .second)
      #expect(refused.code == 1 && refused.err.contains("nobody approves their own"))
      try review(session, "siri-second", Signers.folder)
      try session.commitAll("Approve", as: .second)
      try session.approve(1, by: .reviewer)
      try expectRefused(session, "nobody approves their own proposal")
    }
  }

  @Test("Lets no committer approve whose commit names another author")
  func amendedAuthor() throws {
    _ = try session(committee: true) { session in
      try session.propose("Re-rate LOINC", ["loinc", "--set", "tooling=high"])
      try session.run("propose", "--update", "1", "--rationale", "Better said.")
      try session.sandbox.git(
        "commit", "-q", "--amend", "--no-edit",
        "--author=\(Sandbox.Actor.stranger.rawValue)", as: .second)
      try review(session, "siri-second", Signers.folder)
      try session.commitAll("Approve", as: .second)
      try session.approve(1, by: .reviewer)
      try expectRefused(session, "nobody approves their own proposal")
    }
  }

  @Test("Lets no proposal admit its own reviewer")
  func ownReviewer() throws {
    _ = try session(committee: true) { session in
      try session.sandbox.edit(
        "Portfolio/committee.yml", "affiliation: West, role: member, until: 2026-06-30}\n",
        "affiliation: West, role: member, until: 2026-06-30}\n"
          + "  - {id: sam-stranger, name: Sam Stranger, email: sam@elsewhere.example, "
          + "affiliation: Elsewhere, role: member}\n")
      try proposeEdits(session, "Admit Sam")
      let refused = try session.run("review", "1", "--approve", as: .stranger)
      #expect(refused.code == 1 && refused.err.contains("is not on the committee"))
      try review(session, "sam-stranger", "Proposals/0001-admit-sam")
      try session.commitAll("Approve", as: .stranger)
      try session.approve(1, by: .reviewer)
      try expectRefused(session, "its author is not on the committee")
      try session.approve(1, by: .second)
      #expect(try session.run("commit", "1").code == 0)
    }
  }

  @Test("Lets no proposal lower its own quorum")
  func ownQuorum() throws {
    _ = try session(committee: true) { session in
      try session.sandbox.edit(
        "Portfolio/criteria.yml", "assessment: {approvals: 2, affiliations: 2}",
        "assessment: {approvals: 1, affiliations: 1}")
      try proposeEdits(session, "Ask for less")
      try session.approve(1, by: .reviewer)
      try expectRefused(session, "0001 needs one more approval")
      try session.approve(1, by: .second)
      #expect(try session.run("commit", "1").code == 0)
    }
  }

  @Test("Lets no proposal loosen the threshold that its own record misses")
  func ownThreshold() throws {
    _ = try session(committee: true) { session in
      try session.sandbox.edit(
        "Portfolio/criteria.yml", "tooling: {at-least: low, basis: calibrated}",
        "tooling: {at-least: none, basis: calibrated}")
      try session.sandbox.edit(
        "Portfolio/standards/data/ucum.yml", "tooling: moderate", "tooling: none")
      let outcome = try session.run(
        arguments: ["propose", "--from-worktree", "--title", "Loosen"] + Transcript.words + [
          "--open"
        ])
      #expect(outcome.code == 1 && outcome.err.contains("[criterion-missed]"), "\(outcome.err)")
    }
  }

  @Test("Lets no proposal drop the duty to sign for itself")
  func ownSignatures() throws {
    _ = try session(committee: true) { session in
      let signers = try Signers(session.sandbox)
      try session.sandbox.edit(
        "Portfolio/criteria.yml", "  require-signed-reviews: true\n", "")
      try proposeEdits(session, "Sign no more")
      for member in ["rune-reviewer", "siri-second", "cleo-chair"] {
        try review(session, member, "Proposals/0001-sign-no-more")
      }
      try session.commitAll("Approve", as: .stranger)
      try expectRefused(session, "it is not signed, and signed reviews are required")
      try signers.review(by: .reviewer)
      try signers.review(by: .second)
      // What a stranger put into the chair's place stands against it until it is taken away.
      let refused = try session.run("commit", "1")
      #expect(refused.code == 1 && refused.err.contains("review-not-theirs"), "\(refused.err)")
      try session.sandbox.shell("rm Proposals/0001-sign-no-more/reviews/cleo-chair.yml")
      try session.commitAll("Take it away", as: .stranger)
      let taken = try session.run("commit", "1")
      #expect(taken.code == 0, "\(taken.err)")
    }
  }

  @Test("Commits nothing where the history that says who wrote it is cut off")
  func shallow() throws {
    _ = try session(committee: true) { session in
      try session.propose("Re-rate LOINC", ["loinc", "--set", "tooling=high"])
      try session.approve(1, by: .reviewer, .second)
      let sandbox = session.sandbox
      try sandbox.git("clone", "-q", "--depth", "1", "file://\(sandbox.root)", "../shallow")
      let commit = try sandbox.rspmaint(
        ["commit", "1", "--repo", "../shallow", "--as-of", "2026-11-23"])
      #expect(commit.code == 1 && commit.err.contains("the clone is shallow"), "\(commit.err)")
    }
  }
}
