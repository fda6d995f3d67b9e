import Foundation
import TestSupport
import Testing

extension Transcript {
  /// As ``run(_:as:day:)``, on a day that is not that of the commit.
  @discardableResult
  func run(
    _ arguments: String..., as actor: Sandbox.Actor = .editor, day: String, committedOn date: String
  ) throws -> Sandbox.Outcome {
    try sandbox.start(
      Sandbox.binary, arguments + ["--as-of", day], actor, input: nil,
      ["GIT_COMMITTER_DATE": Sandbox.noon(date)])
  }

  /// Commits all by plain git on a day.
  func commitAll(_ message: String, as actor: Sandbox.Actor, on day: String) throws {
    try sandbox.git("add", "-A")
    let outcome = try sandbox.start(
      "/usr/bin/git", ["commit", "-q", "--allow-empty", "-m", message], actor, input: nil,
      ["GIT_COMMITTER_DATE": Sandbox.noon(day)])
    try #require(outcome.code == 0, "\(outcome.err)")
  }

  /// Makes every commit since the first anew, on the usual day.
  func rebaseAll() throws { try sandbox.git("rebase", "-q", "--force-rebase", root) }
}

/// Design section 4, *Days*.
@Suite("Days of acceptances and reviews")
struct DayTests {
  @Test("Accepts on no day before the commits that brought proposal and reviews")
  func backdated() throws {
    _ = try session(committee: true) { session in
      let (june, now) = ("2026-06-20", "2026-11-23")
      // The files are of June, when Lars was a member; the commits are of November.
      try session.run(
        arguments: ["propose", "loinc", "--set", "tooling=high", "--title", "Re-rate LOINC"]
          + Transcript.words + ["--open"], day: june)
      try session.commitAll("Propose", as: .editor)
      for actor in [Sandbox.Actor.left, .reviewer] {
        try session.run("review", "1", "--approve", as: actor, day: june)
        try session.commitAll("Review", as: actor)
      }
      for committed in [now, june] {
        let commit = try session.run("commit", "1", day: "2026-06-25", committedOn: committed)
        #expect(commit.code == 1, "\(commit.out)")
        #expect(commit.err.contains("0001 can't be accepted on 2026-06-25"), "\(commit.err)")
        #expect(commit.err.contains("'--as-of 2026-11-23'"), "\(commit.err)")
      }
      // On the right day Lars is no member any more.
      let late = try session.run("commit", "1")
      #expect(late.code == 1 && late.err.contains("0001 needs one more approval"), "\(late.err)")
    }
  }

  @Test("Accepts on no day that is yet to come, and on days that follow a forged one")
  func poisoned() throws {
    _ = try session(committee: true) { session in
      try session.approved(by: .reviewer, .second)
      let commit = try session.run("commit", "1", day: "2026-11-27", committedOn: "2026-11-23")
      #expect(commit.code == 1, "\(commit.out)")
      #expect(commit.err.contains("0001 can't be accepted on 2026-11-27"), "\(commit.err)")
      #expect(commit.err.contains("'--as-of 2026-11-23'"), "\(commit.err)")
      // A day of tolerance, for time zones.
      try session.run("commit", "1", day: "2026-11-24", committedOn: "2026-11-23")
      try session.sandbox.edit(Transcript.folder + "/state.yml", "2026-11-24", "9999-12-31")
      try session.run("changelog", "--write")
      try session.amend()
      let validate = try session.run("validate", "--quiet")
      #expect(
        validate.code == 1 && validate.out.contains("[closing-not-allowed]"), "\(validate.out)")
      try session.propose("UCUM to high", ["ucum", "--set", "tooling=high"])
      try session.approve(2, by: .reviewer, .second)
      let next = try session.run("commit", "2")
      #expect(next.code == 0, "\(next.err)")
    }
  }

  @Test("Goes on behind a commit of a day that is yet to come")
  func future() throws {
    _ = try session(committee: true) { session in
      try session.approved(by: .reviewer, .second)
      try session.commitAll("Notes", as: .stranger, on: "2099-12-31")
      let commit = try session.run("commit", "1")
      #expect(commit.code == 1 && commit.err.contains("is dated 2099-12-31"), "\(commit.err)")
      #expect(commit.err.contains("git commit --allow-empty"), "\(commit.err)")
      try session.sandbox.git("commit", "-q", "--allow-empty", "-m", "The day is another")
      let next = try session.run("commit", "1")
      #expect(next.code == 0, "\(next.err)")
      let root = try session.root
      let words = ["audit", "--since", root, "--format", "json"]
      let audit = try Audited(try session.sandbox.rspmaint(words).out)
      #expect(audit.rules == ["audit-dated-ahead"])
      let then = try session.sandbox.rspmaint(words + ["--as-of", "2099-12-31"])
      #expect(then.code == 0, "\(then.out)")
    }
  }

  @Test("Writes nothing of a day that the clock has not come to")
  func clock() throws {
    _ = try session(committee: true) { session in
      try session.approved(by: .reviewer, .second)
      try session.propose("UCUM to high", ["ucum", "--set", "tooling=high"])
      try session.run(
        "propose", "icd-10", "--set", "tooling=high", "--title", "ICD-10 to high", "--commit")
      let far = "9999-12-31"
      for words in [
        ["propose", "icd-10", "--set", "tooling=low", "--title", "ICD-10"],
        ["propose", "--update", "3", "--rationale", "Better said."], ["open", "3"],
        ["refresh", "2"], ["review", "2", "--approve"], ["withdraw", "2", "--because", "No."],
        ["reject", "2", "--because", "No."], ["commit", "1"], ["format"],
      ] {
        let outcome = try session.run(arguments: words, as: .editor, day: far)
        #expect(outcome.code == 1, "\(words): \(outcome.out)")
        #expect(outcome.err.contains("\(far) is yet to come"), "\(words): \(outcome.err)")
        #expect(outcome.err.contains("leave out '--as-of'"), "\(words): \(outcome.err)")
      }
      // What only reads may look ahead.
      for words in [["validate", "--quiet"], ["status"], ["diff", "--proposal", "2"]] {
        let outcome = try session.run(arguments: words, day: far)
        #expect(!outcome.err.contains("yet to come"), "\(words): \(outcome.err)")
      }
      try session.expectSound()
    }
  }

  @Test("Makes no commit of a day that the clock has not come to")
  func commitDate() throws {
    _ = try session(committee: true) { session in
      try session.approved(by: .reviewer, .second)
      let head = try session.sandbox.id("HEAD")
      let day = "2026-11-23"
      for words in [
        ["commit", "1", "--as-of", day],
        ["propose", "ucum", "--set", "tooling=low", "--title", "UCUM", "--commit", "--as-of", day],
        ["commit", "1"],
      ] {
        let outcome = try session.sandbox.start(
          Sandbox.binary, words, .editor, input: nil,
          ["GIT_COMMITTER_DATE": Sandbox.noon("2099-12-31")])
        #expect(outcome.code == 1, "\(words): \(outcome.out)")
        #expect(
          outcome.err.contains("would be dated 2099-12-31, which is yet to come"), "\(outcome.err)")
        #expect(outcome.err.contains("GIT_COMMITTER_DATE"), "\(outcome.err)")
      }
      #expect(try session.sandbox.id("HEAD") == head)
      try session.expectSound()
    }
  }

  @Test("Writes nothing of a day to come in a plain folder")
  func plainFolder() throws {
    _ = try session(git: false) { session in
      let outcome = try session.run(
        "propose", "icd-10", "--set", "tooling=low", "--title", "ICD-10", day: "9999-12-31")
      #expect(outcome.code == 1 && outcome.err.contains("yet to come"), "\(outcome.err)")
      #expect(!session.sandbox.exists("Proposals/0001-icd-10"))
    }
  }

  @Test("Writes no review, settlement or rejection of a day that is yet to come")
  func ahead() throws {
    _ = try session(committee: true) { session in
      try session.approved(by: .reviewer)
      try session.run("review", "1", "--object", "--comment", "No.", "--commit", as: .second)
      for words in [
        ["review", "1", "--abstain"], ["reject", "1", "--because", "No."],
        ["review", "1", "--resolve", "siri-second", "--because", "Heard."],
      ] {
        let outcome = try session.sandbox.start(
          Sandbox.binary, words + ["--as-of", "2026-11-27"], .chair, input: nil,
          ["GIT_COMMITTER_DATE": Sandbox.noon("2026-11-23")])
        #expect(outcome.code == 1, "\(words): \(outcome.out)")
        #expect(outcome.err.contains("2026-11-27 is after the day of the commit"), "\(outcome.err)")
        #expect(outcome.err.contains("'--as-of 2026-11-23'"), "\(outcome.err)")
      }
      try session.expectSound()
    }
  }

  @Test("Lets a former chair reject or settle nothing by the date in the file")
  func formerChair() throws {
    _ = try session(committee: true) { session in
      try session.sandbox.edit(
        "Portfolio/committee.yml", "affiliation: Chair Org, role: chair",
        "affiliation: Chair Org, role: chair, until: 2026-06-30")
      try session.commitAll("The chair has left")
      try session.approved(by: .reviewer)
      try session.run("review", "1", "--object", "--comment", "No.", "--commit", as: .second)
      let state = Transcript.folder + "/state.yml"
      try session.sandbox.write(
        "status: rejected\nclosed: {date: 2026-06-20, by: \(Sandbox.Actor.chair.rawValue), "
          + "because: No.}\n", to: state)
      try session.commitAll("Reject", as: .chair)
      var validate = try session.run("validate", "--quiet")
      #expect(validate.out.contains("[closing-not-allowed]"), "\(validate.out)")
      try session.sandbox.git("reset", "-q", "--hard", "HEAD~")
      try session.append(
        "resolved:\n  - {reviewer: siri-second, by: cleo-chair, date: 2026-06-20, because: B.}\n",
        to: state)
      try session.commitAll("Settle", as: .chair)
      validate = try session.run("validate", "--quiet")
      #expect(validate.out.contains("[resolution-not-allowed]"), "\(validate.out)")
    }
  }
}

@Suite("Reviews in the place of others")
struct PlaceTests {
  @Test("Lifts no objection of a former member by another date in its file")
  func formerMember() throws {
    try signedSession { signers, session in
      let file = Signers.file(.left)
      try session.run(
        "review", "1", "--object", "--comment", "No.", "--commit", as: .left, day: "2026-06-20")
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
      let answer = try session.run("review", "1", "--approve", "--commit", as: .second)
      #expect(answer.code == 0, "\(answer.err)")
      #expect(try session.run("commit", "1").code == 0)
    }
  }
}
