import Foundation
import TestSupport
import Testing

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
          + Transcript.words + ["--open", "--no-save"], day: june)
      try session.commitAll("Propose", as: .editor)
      for actor in [Sandbox.Actor.left, .reviewer] {
        try session.run("review", "1", "--approve", "--no-save", as: actor, day: june)
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
        "propose", "icd-10", "--set", "tooling=high", "--title", "ICD-10 to high")
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
        ["propose", "ucum", "--set", "tooling=low", "--title", "UCUM", "--as-of", day],
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
      try session.run("review", "1", "--object", "--comment", "No.", as: .second)
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
      try session.run("review", "1", "--object", "--comment", "No.", as: .second)
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
