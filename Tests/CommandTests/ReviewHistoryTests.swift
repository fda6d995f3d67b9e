import Foundation
import TestSupport
import Testing

@Suite("All versions of a proposal's reviews and state")
struct ReviewHistoryTests {
  @Test("Misses a review that was deleted, until it is there again")
  func deleted() throws {
    try tampering { tampering in
      let session = tampering.session
      try session.run(
        "review", "1", "--object", "--comment", "No.", as: .second)
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
        "review", "1", "--object", "--comment", "No.", as: .second)
      try tampering.restore(Signers.file(.second), from: "HEAD~1")
      try tampering.expect("review-restored")
    }
    try tampering { tampering in
      let session = tampering.session
      try session.approve(1, by: .reviewer)
      try session.run(
        "review", "1", "--object", "--comment", "No.", as: .second)
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
      try session.run("review", "1", "--object", "--comment", "No.", as: .second)
      try sandbox.git("switch", "-q", "main")
      try sandbox.git("merge", "-q", "-s", "ours", "-m", "Merge", "side", as: .stranger)
      try tampering.expect("review-deleted")
      try sandbox.git("reset", "-q", "--hard", "HEAD~1")
      try sandbox.git("merge", "-q", "-m", "Merge", "side", as: .stranger)
      try tampering.expect()
      try session.run("review", "1", "--approve", as: .second)
      try tampering.expect(commits: true)
    }
  }

  @Test("Follows a proposal that gets another number")
  func renamed() throws {
    try tampering { tampering in
      let (session, sandbox) = (tampering.session, tampering.sandbox)
      try session.run("review", "1", "--object", "--comment", "No.", as: .second)
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
