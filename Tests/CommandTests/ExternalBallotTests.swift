import Foundation
import TestSupport
import Testing

@Suite("A vote that another platform ran, and the base of a ballot")
struct ExternalBallotTests {
  private static let result = "%PDF-1.4\r\nApproved: 1\r\n"

  private func record(_ ballot: BallotSession, _ more: String...) throws -> Sandbox.Outcome {
    try ballot.sandbox.write(ExternalBallotTests.result, to: "../votes.PDF")
    return try ballot.session.run(
      arguments: ["ballot", "record-external", "cd", "--result", "../votes.PDF"] + more,
      as: .chair, day: BallotSession.closed)
  }

  @Test("Its result is kept as it came, and what was approved is accepted")
  func records() throws {
    try BallotSession.run { ballot in
      let out = try record(ballot, "--approved", "1", "--disapproved", "2")
      #expect(out.code == 0, "\(out.err)")
      #expect(out.out.contains("Proposal 0002: disapproved."), "\(out.out)")
      #expect(out.out.contains("The result is kept as it came: result.pdf."), "\(out.out)")
      #expect(
        try ballot.sandbox.git("log", "-2", "--format=%s|%(trailers:key=RSP-Ballot)")
          == "LOINC to high|RSP-Ballot: cd\n\nTake the external result of ballot cd|\n")
      let path = "Proposals/ballots/cd/originals/result.pdf"
      #expect(try ballot.sandbox.git("show", "HEAD:\(path)") == ExternalBallotTests.result)
      let text = try ballot.sandbox.read("Proposals/ballots/cd/result.yml")
      #expect(text.contains("verdict: disapproved}\nexternal: {file: result.pdf, content: "))
      #expect(try ballot.sandbox.git("status", "--porcelain") == "")
      #expect(
        try ballot.refuses("commit", "2", as: .editor, on: BallotSession.closed)
          .contains("ballot 'cd' decided on proposal 0002: disapproved"))
      let tally = try ballot.refuses("ballot", "tally", "cd", on: BallotSession.closed)
      #expect(tally.contains("ballot 'cd' was voted on elsewhere"), "\(tally)")
      let story = try ballot.does(["ballot", "show", "cd"], on: BallotSession.closed)
      #expect(
        story.replacing(/\n +/, with: " ").contains(
          "the vote was run elsewhere, and its result is kept as result.pdf"), "\(story)")
      #expect(story.contains(/0001 +LOINC to high +[0-9a-f]{10} +approved\n/), "\(story)")
      #expect(story.contains(/0002 +UCUM to high +[0-9a-f]{10} +disapproved\n/), "\(story)")
      #expect(try ballot.audit() == [])
      #expect(try ballot.sandbox.rspmaint(["validate"]).code == 0)
      try ballot.session.expectSound()
    }
  }

  @Test("Is refused where a proposal is not named, or where replies came in here")
  func refuses() throws {
    try BallotSession.run { ballot in
      let silent = try record(ballot, "--approved", "1")
      #expect(silent.code == 64 && silent.err.contains("nothing is said of proposal 0002"))
      let twice = try record(ballot, "--approved", "1,2", "--disapproved", "2")
      #expect(twice.err.contains("proposal 0002 is named as approved and as disapproved"))
      try ballot.votes("rune-reviewer", "approve")
      let counted = try record(ballot, "--approved", "1,2")
      #expect(counted.code == 1)
      #expect(counted.err.contains("replies came in for ballot 'cd'"), "\(counted.err)")
      #expect(try ballot.sandbox.git("status", "--porcelain") == "")
    }
  }

  @Test("A ballot may name an earlier base, which holds the same proposals")
  func base() throws {
    try BallotSession.run(opens: false) { ballot in
      let sandbox = ballot.sandbox
      let base = try sandbox.git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
      try ballot.does(
        ["propose", "icd-9", "--set", "tooling=low", "--title", "A draft"] + Transcript.words,
        on: BallotSession.written)
      try sandbox.git("branch", "-q", "aside", "HEAD~6")
      let open = [
        "ballot", "open", "cd", "--proposals", "1,2", "--title", "T", "--closes",
        BallotSession.closes, "--base",
      ]
      let early = try ballot.session.run(
        arguments: open + ["aside"], as: .chair, day: BallotSession.opened)
      #expect(early.code == 1)
      #expect(
        early.err.contains("proposal 0002 was not open with this text at 'aside'"), "\(early.err)")
      try ballot.does(open + ["HEAD~1"], as: .chair, on: BallotSession.opened)
      let text = try sandbox.read("Proposals/ballots/cd/ballot.yml")
      #expect(text.contains("base: \(base)\n"), "\(text)")
      #expect(try ballot.audit() == [])
    }
  }
}
