import Foundation
import TestSupport
import Testing

/// A proposal 0001 by the editor, whose reviews and state are tampered with by plain git.
private struct Tampering {
  static let folder = Signers.folder
  static let state = folder + "/state.yml"

  let session: Transcript
  var sandbox: Sandbox { session.sandbox }

  func write(_ text: String, to path: String, _ message: String, as actor: Sandbox.Actor) throws {
    try sandbox.write(text, to: path)
    try session.commitAll(message, as: actor)
  }

  /// Brings back what a file was some commits ago.
  func restore(_ path: String, from commit: String, as actor: Sandbox.Actor = .stranger) throws {
    try sandbox.git("checkout", "-q", commit, "--", path)
    try session.commitAll("Restore", as: actor)
  }

  /// That validate names exactly these rules as errors, and that commit refuses for them too.
  func expect(_ rules: String..., commits: Bool = false, _ at: SourceLocation = #_sourceLocation)
    throws
  {
    let validate = try session.run("validate", "--quiet")
    let errors = validate.out.components(separatedBy: "\n").filter { $0.contains(": error: ") }
    let found = errors.map { $0.components(separatedBy: " [").last?.dropLast() ?? "" }
    #expect(found.map(String.init) == rules, "\(validate.out)\(validate.err)", sourceLocation: at)
    #expect(validate.code == (rules.isEmpty ? 0 : 1), sourceLocation: at)
    let commit = try session.run("commit", "1")
    #expect(commit.code == (commits ? 0 : 1), "\(commit.err)", sourceLocation: at)
    for rule in rules {
      #expect(
        commit.err.contains("[\(rule)]") || commit.err.contains("not open"), "\(commit.err)",
        sourceLocation: at)
    }
  }
}

/// `days`: whether the members review on days of their own.
private func tampering(
  committee: Bool = true, _ work: (Tampering) throws -> Void
) throws {
  _ = try session(committee: committee) { session in
    try session.propose("Re-rate LOINC", ["loinc", "--set", "tooling=high"])
    try work(Tampering(session: session))
  }
}

@Suite("All versions of a proposal's reviews and state")
struct ReviewHistoryTests {
  @Test("Misses a review that was deleted, until it is there again")
  func deleted() throws {
    try tampering { tampering in
      let session = tampering.session
      try session.run(
        "review", "1", "--object", "--comment", "No.", "--commit", as: .second)
      try session.approve(1, by: .reviewer, .chair)
      let file = Signers.file(.second)
      try tampering.sandbox.git("rm", "-q", file)
      let worktree = try session.run("validate", "--quiet")
      #expect(
        worktree.out.contains(
          "the review of 'siri-second' of 2026-11-23, object, was deleted in the worktree"))
      try session.commitAll("Tidy up", as: .stranger)
      try tampering.expect("review-deleted")
      try tampering.restore(file, from: "HEAD~1")
      try tampering.expect()
      // A later review by its author is in order, and so is what follows.
      try tampering.sandbox.git("rm", "-q", file)
      try session.commitAll("Tidy up again", as: .stranger)
      try session.approve(1, by: .second)
      try tampering.expect(commits: true)
    }
  }

  @Test("Tells a restored review from a new one, also of the same day")
  func restored() throws {
    try tampering { tampering in
      let session = tampering.session
      try session.approve(1, by: .second, .reviewer)
      try session.run(
        "review", "1", "--object", "--comment", "No.", "--commit", as: .second)
      try tampering.restore(Signers.file(.second), from: "HEAD~1")
      try tampering.expect("review-restored")
    }
    try tampering { tampering in
      let session = tampering.session
      try session.approve(1, by: .reviewer)
      try session.run(
        "review", "1", "--object", "--comment", "No.", "--commit", as: .second)
      // A text that never was, of a day before.
      let text = try tampering.sandbox.read(Signers.file(.second))
      try tampering.write(
        text.replacingOccurrences(of: "2026-11-23", with: "2026-11-22")
          .replacingOccurrences(of: "object\n", with: "approve\n"), to: Signers.file(.second),
        "Backdate", as: .second)
      try tampering.expect("review-restored")
    }
  }

  @Test("Lets no review become another reviewer's")
  func reassigned() throws {
    try tampering(committee: false) { tampering in
      try tampering.session.approve(1, by: .reviewer)
      let path = Tampering.folder + "/reviews/rune-north-example-8d86ab40.yml"
      try tampering.sandbox.edit(path, "Rune Reviewer", "Sam Stranger")
      try tampering.session.commitAll("Rename", as: .stranger)
      try tampering.expect("review-reassigned")
    }
  }

  @Test("Lets nobody without the objector's key lift an objection where signatures are required")
  func objection() throws {
    try signedSession { signers, session in
      try signers.review("--object", by: .second, "--comment", "No.")
      try signers.review(by: .reviewer)
      try signers.review(by: .chair)
      let text = try signers.sandbox.read(Signers.file(.second))
      try signers.sandbox.write(
        text.components(separatedBy: "comment:")[0]
          .replacingOccurrences(of: "verdict: object", with: "verdict: abstain"),
        to: Signers.file(.second))
      try session.commitAll("Change of mind", as: .second)
      try Tampering(session: session).expect("objection-replaced")
      try signers.review(by: .second)
      try Tampering(session: session).expect(commits: true)
    }
  }

  @Test("Misses an objection that a merge drops, and takes an honest merge")
  func merges() throws {
    try tampering { tampering in
      let (session, sandbox) = (tampering.session, tampering.sandbox)
      try session.approve(1, by: .reviewer, .chair)
      try sandbox.git("switch", "-q", "-c", "side", "HEAD~2")
      try session.run("review", "1", "--object", "--comment", "No.", "--commit", as: .second)
      try sandbox.git("switch", "-q", "main")
      try sandbox.git("merge", "-q", "-s", "ours", "-m", "Merge", "side", as: .stranger)
      try tampering.expect("review-deleted")
      try sandbox.git("reset", "-q", "--hard", "HEAD~1")
      try sandbox.git("merge", "-q", "-m", "Merge", "side", as: .stranger)
      try tampering.expect()
      try session.run("review", "1", "--approve", "--commit", as: .second)
      try tampering.expect(commits: true)
    }
  }

  @Test("Follows a proposal that gets another number")
  func renamed() throws {
    try tampering { tampering in
      let (session, sandbox) = (tampering.session, tampering.sandbox)
      try session.run("review", "1", "--object", "--comment", "No.", "--commit", as: .second)
      try session.approve(1, by: .reviewer)
      try sandbox.git("mv", Tampering.folder, "Proposals/0002-re-rate-loinc")
      try sandbox.git("rm", "-q", "-f", "Proposals/0002-re-rate-loinc/reviews/siri-second.yml")
      try session.commitAll("Renumber", as: .chair)
      let validate = try session.run("validate", "--quiet")
      #expect(validate.out.contains("[review-deleted]"), "\(validate.out)")
      // Whoever proposed it under the old number still doesn't approve it.
      let own = try session.run("review", "2", "--approve", as: .editor)
      #expect(own.code == 1 && own.err.contains("nobody approves their own"))
    }
  }
}

@Suite("Who closes proposals and settles objections")
struct ClosingTests {
  private func closed(_ status: String, by person: String) -> String {
    "status: \(status)\nclosed: {date: 2026-11-23, by: \(person), because: Enough.}\n"
  }

  @Test("Lets the chair reject, and nobody else")
  func reject() throws {
    try tampering { tampering in
      let session = tampering.session
      let refused = try session.run("reject", "1", "--because", "No.", as: .reviewer)
      #expect(refused.code == 1 && refused.err.contains("is not the chair, who alone rejects"))
      try tampering.write(
        closed("rejected", by: Sandbox.Actor.reviewer.rawValue), to: Tampering.state, "Reject",
        as: .reviewer)
      try tampering.expect("closing-not-allowed")
      try tampering.write(
        closed("rejected", by: Sandbox.Actor.chair.rawValue), to: Tampering.state,
        "Reject in the chair's name", as: .reviewer)
      try tampering.expect("closing-not-allowed")
      try tampering.restore(Tampering.state, from: "HEAD~2")
      try tampering.expect()
      #expect(
        try session.run("reject", "1", "--because", "No.", "--commit", as: .chair).code == 0)
      try tampering.expect()
    }
  }

  @Test("Lets the first proposer withdraw, whatever the text says now")
  func withdraw() throws {
    try tampering { tampering in
      let (session, sandbox) = (tampering.session, tampering.sandbox)
      try sandbox.edit(
        Tampering.folder + "/proposal.yml", Sandbox.Actor.editor.rawValue,
        Sandbox.Actor.stranger.rawValue)
      try session.commitAll("Take over", as: .stranger)
      let refused = try session.run("withdraw", "1", "--because", "Mine.", as: .stranger)
      #expect(refused.code == 1 && refused.err.contains("who alone can withdraw it"))
      try tampering.write(
        closed("withdrawn", by: Sandbox.Actor.stranger.rawValue), to: Tampering.state, "Withdraw",
        as: .stranger)
      try tampering.expect("closing-not-allowed")
      try tampering.restore(Tampering.state, from: "HEAD~1")
      #expect(
        try session.run("withdraw", "1", "--because", "Mine.", "--commit", as: .editor).code == 0)
      try tampering.expect()
    }
  }

  @Test("Keeps what is closed as it is")
  func reopened() throws {
    try tampering { tampering in
      let session = tampering.session
      try session.approve(1, by: .reviewer, .second)
      try session.run("reject", "1", "--because", "No.", "--commit", as: .chair)
      try tampering.restore(Tampering.state, from: "HEAD~1")
      try tampering.expect("closed-proposal-changed")
      try tampering.restore(Tampering.state, from: "HEAD~1")
      try tampering.expect()
      try tampering.sandbox.edit(
        Signers.file(.reviewer), "verdict: approve", "verdict: abstain")
      try session.commitAll("Adjust", as: .reviewer)
      try tampering.expect("closed-proposal-changed")
    }
  }

  @Test("Lets a chair settle an objection with a reason")
  func settles() throws {
    try tampering { tampering in
      let session = tampering.session
      try session.run("review", "1", "--object", "--comment", "No.", "--commit", as: .second)
      try session.approve(1, by: .reviewer, .chair)
      let words = ["review", "1", "--resolve", "siri-second", "--because", "It was heard."]
      let other = try session.run(arguments: words, as: .reviewer)
      #expect(other.code == 1 && other.err.contains("is not the chair, who alone settles"))
      let unknown = try session.run(
        "review", "1", "--resolve", "lars-left", "--because", "B", as: .chair)
      #expect(unknown.code == 66 && unknown.err.contains("there are objections of siri-second"))
      #expect(try session.run("review", "1", "--resolve", "siri-second", as: .chair).code == 64)
      #expect(try session.run("review", "1", as: .chair).code == 64)
      let settled = try session.run(arguments: words + ["--commit"], as: .chair)
      #expect(settled.code == 0 && settled.out.contains("0001 is reviewed enough"))
      #expect(
        try tampering.sandbox.read(Tampering.state).contains(
          "- {reviewer: siri-second, by: cleo-chair, date: 2026-11-23, because: It was heard.}"))
      #expect(try session.run(arguments: words, as: .chair).code == 1)
      let again = try session.run(
        "review", "1", "--object", "--comment", "Still no.", as: .second)
      #expect(again.code == 1 && again.err.contains("was settled today"))
      try tampering.expect(commits: true)
    }
  }

  @Test("Takes no settlement in the chair's name by another")
  func settledByAnother() throws {
    try tampering { tampering in
      let session = tampering.session
      try session.run("review", "1", "--object", "--comment", "No.", "--commit", as: .second)
      try session.approve(1, by: .reviewer, .chair)
      let state = try tampering.sandbox.read(Tampering.state)
      try tampering.write(
        state + "resolved:\n  - {reviewer: siri-second, by: cleo-chair, date: 2026-11-23, "
          + "because: Heard.}\n", to: Tampering.state, "Settle", as: .editor)
      try tampering.expect("resolution-not-allowed")
    }
  }
}
