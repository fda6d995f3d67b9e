import Foundation
import TestSupport
import Testing

private let review = Transcript.folder + "/reviews/rune-north-example-8d86ab40.yml"

/// What is done to those who reviewed, and to what is closed.
extension Forgery {
  static let reviews: [Forgery] = [
    Forgery("an acceptance without any approval", "audit-not-reviewed", on: .accepted) {
      try $0.sandbox.git("rebase", "-q", "--onto", "HEAD~2", "HEAD~")
    },
    Forgery("an acceptance by too few", "audit-not-reviewed", on: .accepted, committee: true) {
      try $0.sandbox.git("rebase", "-q", "--onto", "HEAD~2", "HEAD~")
    },
    Forgery(
      "an acceptance dated before the reviews",
      "audit-not-reviewed", on: .accepted, committee: true
    ) {
      try $0.sandbox.edit(Transcript.folder + "/state.yml", "2026-11-23", "2026-06-01")
      try $0.amend()
    },
    Forgery("an acceptance of a day that is yet to come", "audit-not-reviewed", on: .accepted) {
      try $0.sandbox.edit(Transcript.folder + "/state.yml", "2026-11-23", "9999-12-31")
      try $0.run("changelog", "--write")
      try $0.amend()
    },
    Forgery(
      "an acceptance backdated to a former member's term", "audit-not-reviewed", committee: true
    ) { session in
      let june = "2026-06-20"
      try session.run(
        arguments: ["propose", "loinc", "--set", "tooling=high", "--title", "Re-rate LOINC"]
          + Transcript.words + ["--open"], day: june)
      for actor in [Sandbox.Actor.left, .reviewer] {
        try session.run("review", "1", "--approve", as: actor, day: june)
      }
      try #require(try session.run("commit", "1", day: june).code == 0, "\(session.text)")
      // The same commits, made long after.
      try session.rebaseAll()
    },
    Forgery("a review of a day that is yet to come", "review-dated-ahead", on: .approved) {
      try $0.sandbox.edit(review, "2026-11-23", "9999-12-31")
      try $0.commitAll("Mend a date")
    },
    Forgery("a dropped objection", "review-deleted", on: .approved, committee: true) {
      try $0.run("review", "1", "--object", "--comment", "No.", as: .chair)
      try $0.sandbox.git("rm", "-q", Transcript.folder + "/reviews/cleo-chair.yml")
      try $0.commitAll("Tidy up")
      try $0.run("commit", "1")
    },
    Forgery("a review that became another's", "review-reassigned", on: .approved) {
      try $0.sandbox.edit(review, "Rune Reviewer <rune", "Eve Evil <eve")
      try $0.commitAll("Mend a name")
    },
    Forgery("an older review restored over an objection", "review-restored", on: .approved) {
      let older = try $0.sandbox.read(review)
      try $0.run(
        "review", "1", "--object", "--comment", "No.", as: .reviewer,
        day: "2026-11-24")
      try $0.sandbox.write(older, to: review)
      try $0.commitAll("Restore")
      try $0.run("commit", "1")
    },
    Forgery("a withdrawal by someone else", "closing-not-allowed", on: .approved) {
      try $0.run("withdraw", "1", "--because", "Done.", "--no-save")
      try $0.sandbox.edit(
        Transcript.folder + "/state.yml", "Ada Editor <ada@editors.example>",
        "Eve Evil <eve@x.example>")
      try $0.commitAll("Withdraw")
    },
    Forgery("a review that can't be read", "audit-unreadable", on: .approved) {
      try $0.sandbox.write("verdict: object\n", to: Transcript.folder + "/reviews/x.yml")
      try $0.commitAll("Object")
    },
    Forgery("an acceptance that changes nothing", "closing-not-allowed", on: .approved) {
      try $0.sandbox.edit(
        Transcript.folder + "/state.yml", "status: open", "status: accepted")
      try $0.append(Transcript.acceptance, to: Transcript.folder + "/state.yml")
      try $0.commitAll("Accept 0001")
    },
  ]

  static let closed: [Forgery] = [
    Forgery("an accepted proposal rewritten later", "closed-proposal-changed", on: .accepted) {
      try $0.sandbox.edit(Transcript.folder + "/proposal.yml", "The reasons", "Better reasons")
      try $0.commitAll("Say it better")
    },
    Forgery(
      "a review of an accepted proposal rewritten later", "closed-proposal-changed", on: .accepted
    ) {
      try $0.sandbox.edit(review, "date: 2026-11-23", "date: 2026-11-24")
      try $0.commitAll("Mend a date")
    },
    Forgery("an accepted proposal removed", "closed-proposal-changed", on: .accepted) {
      try $0.sandbox.git("rm", "-q", "-r", Transcript.folder)
      try $0.commitAll("Tidy up")
    },
    Forgery("a rejected proposal reopened", "closed-proposal-changed", on: .approved) {
      try $0.run("reject", "1", "--because", "No.")
      try $0.sandbox.git("checkout", "-q", "HEAD~", "--", Transcript.folder + "/state.yml")
      try $0.commitAll("Reopen")
    },
    Forgery("a review added to a rejected proposal", "closed-proposal-changed", on: .approved) {
      let text = try $0.sandbox.read(review)
      try $0.sandbox.git("reset", "-q", "--hard", "HEAD~")
      try $0.run("reject", "1", "--because", "No.")
      try $0.sandbox.write(text, to: review)
      try $0.commitAll("Approve")
    },
  ]
}
