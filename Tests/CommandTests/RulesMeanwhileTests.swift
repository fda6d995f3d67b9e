import Foundation
import TestSupport
import Testing

@Suite("Rules that changed meanwhile")
struct RulesMeanwhileTests {
  @Test("Lifts no objection by a branch from before signatures were required")
  func signatures() throws {
    try signedSession(required: false) { signers, session in
      let sandbox = signers.sandbox
      try signers.review("--object", by: .second, "--comment", "No.")
      for member in [Sandbox.Actor.reviewer, .chair] { try signers.review(by: member) }
      try session.branch("side") {
        let text = try sandbox.read(Signers.file(.second))
        try sandbox.write(
          text.components(separatedBy: "comment:")[0]
            .replacingOccurrences(of: "verdict: object", with: "verdict: abstain"),
          to: Signers.file(.second))
        try session.commitAll("Change of mind", as: .second)
        #expect(try session.run("validate", "--quiet").code == 0)
      }
      try signers.require()
      try session.commitAll("Require signatures")
      try sandbox.git("merge", "-q", "--no-ff", "-m", "Merge", "side", as: .stranger)
      let commit = try session.run("commit", "1")
      #expect(commit.code == 1 && commit.err.contains("[objection-replaced]"), "\(commit.err)")
      try signers.review(by: .second)
      #expect(try session.run("commit", "1").code == 0)
    }
  }

  @Test("Lifts no objection by a merge the wrong way round")
  func wrongWayRound() throws {
    try signedSession { signers, session in
      let sandbox = signers.sandbox
      for member in [Sandbox.Actor.reviewer, .chair] { try signers.review(by: member) }
      try sandbox.git("switch", "-q", "-c", "side")
      let content = try Borrowing.content(signers)
      try sandbox.write(
        "member: siri-second\ndate: 2026-11-24\nverdict: abstain\ncontent: \(content)\n",
        to: Signers.file(.second))
      try session.commitAll("Abstain", as: .stranger)
      try sandbox.git("switch", "-q", "main")
      try signers.review("--object", by: .second, "--comment", "No.")
      try sandbox.git("switch", "-q", "side")
      try sandbox.git("merge", "-q", "-X", "ours", "-m", "Merge main", "main", as: .stranger)
      let commit = try session.run("commit", "1", day: "2026-11-24")
      #expect(commit.code == 1 && commit.err.contains("[review-not-theirs]"), "\(commit.err)")
    }
  }

  @Test("Takes what the chair settled on two branches, merged by another")
  func settledApart() throws {
    _ = try session(committee: true) { session in
      let sandbox = session.sandbox
      try session.propose("Re-rate LOINC", ["loinc", "--set", "tooling=high"])
      for actor in [Sandbox.Actor.reviewer, .second] {
        try session.run("review", "1", "--object", "--comment", "No.", as: actor)
      }
      func settle(_ id: String) throws {
        try session.run(
          "review", "1", "--resolve", id, "--because", "Heard.", as: .chair)
      }
      try session.branch("side") { try settle("siri-second") }
      try settle("rune-reviewer")
      let ours = try sandbox.read(Settling.state)
      let theirs = try sandbox.git("show", "side:" + Settling.state)
      let line = try #require(
        theirs.components(separatedBy: "\n").first { $0.contains("siri-second") })
      _ = try sandbox.start(
        "/usr/bin/git", ["merge", "-q", "--no-commit", "side"], .editor, input: nil)
      try sandbox.write(ours + line + "\n", to: Settling.state)
      try session.commitAll("Merge side", as: .editor)
      let validate = try session.run("validate", "--quiet")
      #expect(validate.code == 0, "\(validate.out)")
    }
  }

  @Test("Takes no rejection by someone who was the chair once")
  func chair() throws {
    _ = try session(committee: true) { session in
      try session.propose("Re-rate LOINC", ["loinc", "--set", "tooling=high"])
      try session.branch("side") {
        let reject = try session.run("reject", "1", "--because", "No.", as: .chair)
        #expect(reject.code == 0)
      }
      try session.sandbox.edit(
        "Portfolio/committee.yml", "affiliation: Chair Org, role: chair",
        "affiliation: Chair Org, role: member")
      try session.commitAll("Another chair will come")
      try session.sandbox.git("merge", "-q", "--no-ff", "-m", "Merge", "side", as: .stranger)
      let validate = try session.run("validate", "--quiet")
      #expect(validate.code == 1 && validate.out.contains("[closing-not-allowed]"))
    }
  }

  @Test("Puts a signed objection in no other words without a signature")
  func words() throws {
    try signedSession { signers, session in
      try signers.review("--object", by: .second, "--comment", "The survey is made up.")
      for member in [Sandbox.Actor.reviewer, .chair] { try signers.review(by: member) }
      let text = try signers.sandbox.read(Signers.file(.second))
      try signers.sandbox.write(
        text.components(separatedBy: "signature:")[0]
          .replacingOccurrences(of: "The survey is made up.", with: "A typing mistake."),
        to: Signers.file(.second))
      try session.commitAll("Say it better", as: .second)
      let validate = try session.run("validate", "--quiet")
      #expect(validate.code == 1 && validate.out.contains("[objection-replaced]"))
    }
  }

  @Test("Audits that too")
  func audited() throws {
    try signedSession { signers, session in
      let start = try signers.sandbox.git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
      for member in [Sandbox.Actor.reviewer, .chair] { try signers.review(by: member) }
      try signers.review("--object", by: .second, "--comment", "No.")
      try session.sandbox.write(
        signers.sandbox.read(Signers.file(.second)).components(separatedBy: "comment:")[0]
          .replacingOccurrences(of: "verdict: object", with: "verdict: abstain"),
        to: Signers.file(.second))
      try session.commitAll("Change of mind", as: .second)
      try session.graftAcceptance()
      let audit = try Audited(
        try session.sandbox.rspmaint(["audit", "--since", start, "--format", "json"]).out)
      #expect(audit.rules == ["objection-replaced", "audit-not-reviewed"])
    }
  }

  @Test("Asks for a day of acceptance after all that it rests on")
  func day() throws {
    _ = try session(committee: true) { session in
      try session.propose("Re-rate LOINC", ["loinc", "--set", "tooling=high"])
      for actor in [Sandbox.Actor.left, .reviewer] {
        try session.run("review", "1", "--approve", as: actor, day: "2026-06-29")
      }
      let early = try session.run("commit", "1", day: "2026-06-30")
      #expect(early.code == 1)
      #expect(
        early.err.contains("0001 can't be accepted on 2026-06-30: it was written on 2026-11-23"))
      try session.approve(1, by: .second)
      try session.run("commit", "1", day: "2026-11-27")
      try session.propose("Re-rate UCUM", ["ucum", "--set", "tooling=high"])
      try session.approve(2, by: .reviewer, .second)
      let before = try session.run("commit", "2", day: "2026-11-26")
      #expect(before.code == 1 && before.err.contains("proposal 0001 was accepted on 2026-11-27"))
    }
  }

  @Test("Lets an acceptance that nobody made be taken back")
  func acceptance() throws {
    _ = try session(committee: true) { session in
      try session.propose("Re-rate LOINC", ["loinc", "--set", "tooling=high"])
      try session.approve(1, by: .reviewer, .second)
      let state = try session.sandbox.read(Settling.state)
      try session.sandbox.write(
        state.replacingOccurrences(of: "status: open", with: "status: accepted")
          + Transcript.acceptance, to: Settling.state)
      try session.commitAll("Accept", as: .stranger)
      let validate = try session.run("validate", "--quiet")
      #expect(validate.code == 1 && validate.out.contains("[closing-not-allowed]"))
      try session.sandbox.git("revert", "--no-edit", "HEAD")
      #expect(try session.run("validate", "--quiet").code == 0)
      #expect(try session.run("commit", "1").code == 0)
    }
  }
}
