import Foundation
import TestSupport
import Testing

@Suite("Reviews in the place of others")
struct PlaceTests {
  @Test("Lifts no objection of a former member by another date in its file")
  func formerMember() throws {
    try signedSession { signers, session in
      let file = Signers.file(.left)
      try session.run(
        "review", "1", "--object", "--comment", "No.", as: .left, day: "2026-06-20")
      for member in [Sandbox.Actor.reviewer, .chair] { try signers.review(by: member) }
      let stands = try session.run("commit", "1")
      #expect(stands.err.contains("0001 needs the objection of lars-left settled"), "\(stands.err)")
      try signers.sandbox.edit(file, "date: 2026-06-20", "date: 2026-11-22")
      for actor in [Sandbox.Actor.stranger, .left] {
        try session.commitAll("Mend a date", as: actor, on: "2026-11-23")
        let commit = try session.run("commit", "1")
        #expect(commit.code == 1 && commit.err.contains("[objection-replaced]"), "\(commit.err)")
      }
      try session.graftAcceptance()
      let audit = try Audited(
        try session.sandbox.rspmaint(["audit", "--since", session.root, "--format", "json"]).out)
      #expect(audit.rules.isSuperset(of: ["objection-replaced", "audit-not-reviewed"]))
    }
  }

  /// Replaces a member's approval by an objection of a far day.
  private func forge(_ sandbox: Sandbox, _ file: String) throws {
    let text = try sandbox.read(file)
    let content = try #require(
      text.components(separatedBy: "\n").first { $0.hasPrefix("content:") })
    try sandbox.write(
      "member: siri-second\ndate: 9999-12-31\nverdict: object\n\(content)\ncomment: No.\n", to: file
    )
    try sandbox.commitAll("Object", as: .stranger)
  }

  @Test("Refuses a push that puts words into a member's mouth")
  func pushed() throws {
    try signedSession { signers, session in
      let sandbox = signers.sandbox
      let server = URL(fileURLWithPath: sandbox.root).deletingLastPathComponent().path + "/server"
      for member in [Sandbox.Actor.reviewer, .second] { try signers.review(by: member) }
      try sandbox.git("init", "-q", "--bare", "-b", "main", server)
      try sandbox.git("push", "-q", server, "main")
      #expect(try sandbox.rspmaint(["guard", "install", "--repo", server]).code == 0)
      func push() throws -> Sandbox.Outcome {
        try sandbox.start("/usr/bin/git", ["push", server, "main"], .editor, input: nil)
      }
      let file = Signers.file(.second)
      try forge(sandbox, file)
      let ahead = try push()
      #expect(ahead.code != 0 && ahead.err.contains("[review-dated-ahead]"), "\(ahead.err)")
      try sandbox.edit(file, "9999-12-31", "2026-11-23")
      try session.amend()
      let unsigned = try push()
      #expect(unsigned.code != 0 && unsigned.err.contains("[review-not-theirs]"), "\(unsigned.err)")
      // A first review in a member's place, unsigned or with another's signature.
      try sandbox.git("reset", "-q", "--hard", "HEAD~")
      let content = try Borrowing.content(signers)
      let head = "member: cleo-chair\ndate: 2026-11-23\nverdict: object\ncontent: \(content)\n"
      try sandbox.write(head + "comment: No.\n", to: Signers.file(.chair))
      try session.commitAll("Object", as: .stranger)
      let first = try push()
      #expect(first.code != 0 && first.err.contains("[review-not-theirs]"), "\(first.err)")
      let armour = try signers.sign("Other words.", by: "chair", for: "rspmaint-review")
      try signers.replaceSignature(of: .chair, with: armour)
      try session.amend()
      let borrowed = try push()
      #expect(borrowed.code != 0 && borrowed.err.contains("[review-not-theirs]"), "\(borrowed.err)")
      // The same by its author is in order, signed or not.
      try sandbox.git("reset", "-q", "--hard", "HEAD~")
      try sandbox.write(head + "comment: No.\n", to: Signers.file(.chair))
      try session.commitAll("Object", as: .chair)
      let own = try push()
      #expect(own.code == 0, "\(own.err)")
      // A commit of a day that is yet to come.
      try session.commitAll("Notes", as: .stranger, on: "2099-12-31")
      let future = try push()
      #expect(future.code != 0 && future.err.contains("is dated 2099-12-31"), "\(future.err)")
    }
  }

  @Test("Lets the member answer whatever day a forged review is of, and the forgery be taken back")
  func answered() throws {
    try signedSession { signers, session in
      for member in [Sandbox.Actor.reviewer, .second] { try signers.review(by: member) }
      try forge(signers.sandbox, Signers.file(.second))
      let forged = try session.run("validate", "--quiet")
      #expect(forged.code == 1 && forged.out.contains("[review-dated-ahead]"), "\(forged.out)")
      try signers.sandbox.git("revert", "--no-edit", "HEAD", as: .chair)
      let reverted = try session.run("validate", "--quiet")
      #expect(reverted.code == 0, "\(reverted.out)")
      try signers.sandbox.git("reset", "-q", "--hard", "HEAD~")
      let answer = try signers.review("--abstain", by: .second)
      #expect(answer.code == 0, "\(answer.err)")
      let answered = try session.run("validate", "--quiet")
      #expect(answered.code == 0, "\(answered.out)")
    }
  }

  @Test("Binds nobody by a far day, where no signatures are required")
  func unsigned() throws {
    _ = try session(committee: true) { session in
      try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
      try session.approve(1, by: .reviewer, .second)
      try forge(session.sandbox, Transcript.review(of: .second))
      let chair = try session.run(
        "review", "1", "--resolve", "siri-second", "--because", "Heard.", as: .chair)
      #expect(chair.code == 1 && chair.err.contains("so it does not count"), "\(chair.err)")
      let answer = try session.run("review", "1", "--approve", as: .second)
      #expect(answer.code == 0, "\(answer.err)")
      #expect(try session.run("commit", "1").code == 0)
    }
  }
}
