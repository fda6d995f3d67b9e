import TestSupport
import Testing

/// Of a member who changes their mind more than once on one day, the files can be the same word for
/// word: the later one would count as the earlier, put back.
@Suite("Reviews that say again what was said before")
struct RepeatedReviewTests {
  private static let no = ["--object", "--comment", "No."]

  /// Holds that a verdict is refused and nothing is written.
  private func expectRefused(
    _ verdict: [String], _ session: Transcript, _ key: [String],
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try session.run(
      arguments: ["review", "1"] + verdict + key, as: .second)
    #expect(outcome.code == 1, "\(outcome.out)", sourceLocation: location)
    #expect(
      outcome.err.contains("word for word") && outcome.err.contains("--comment TEXT"),
      "\(outcome.err)", sourceLocation: location)
    try session.expectSound(location)
  }

  private func review(
    _ verdict: [String], _ session: Transcript, _ key: [String],
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try session.run(
      arguments: ["review", "1"] + verdict + key, as: .second)
    #expect(outcome.code == 0, "\(outcome.err)", sourceLocation: location)
  }

  /// Objects in between and approves again; a comment makes it a review of its own.
  private func changeOfMind(_ session: Transcript, _ key: [String]) throws {
    try review(["--approve"], session, key)
    try review(RepeatedReviewTests.no, session, key)
    try expectRefused(["--approve"], session, key)
    try review(["--approve", "--comment", "Heard."], session, key)
    try expectRefused(RepeatedReviewTests.no, session, key)
    try expectRefused(["--approve"], session, key)
    // What stands already is no other review.
    try review(["--approve", "--comment", "Heard."], session, key)
    let validate = try session.run("validate", "--quiet")
    #expect(validate.code == 0, "\(validate.out)")
  }

  @Test("Are refused before they are written, signed")
  func signed() throws {
    try signedSession { signers, session in
      try changeOfMind(session, ["--key", signers.path("second")])
      try signers.review(by: .reviewer)
      let commit = try session.run("commit", "1")
      #expect(commit.code == 0, "\(commit.err)")
    }
  }

  @Test("Are refused before they are written, unsigned")
  func unsigned() throws {
    _ = try session(committee: true) { session in
      try session.propose("Re-rate LOINC", ["loinc", "--set", "tooling=high"])
      try changeOfMind(session, [])
      try session.approve(1, by: .reviewer)
      let commit = try session.run("commit", "1")
      #expect(commit.code == 0, "\(commit.err)")
    }
  }

  @Test("Are no objection that was settled before it was made")
  func settled() throws {
    _ = try session(committee: true) { session in
      try session.propose("Re-rate LOINC", ["loinc", "--set", "tooling=high"])
      try review(RepeatedReviewTests.no, session, [])
      let chair = try session.run(
        "review", "1", "--resolve", "siri-second", "--because", "Heard.", as: .chair)
      #expect(chair.code == 0, "\(chair.err)")
      try review(["--approve"], session, [])
      let again = try session.run(
        "review", "1", "--object", "--comment", "Something else.", as: .second)
      #expect(again.code == 1 && again.err.contains("settled today"), "\(again.out)\(again.err)")
      try session.expectSound()
      let tomorrow = try session.run(
        "review", "1", "--object", "--comment", "Something else.", as: .second,
        day: "2026-11-24")
      #expect(tomorrow.code == 0, "\(tomorrow.err)")
      let commit = try session.run("commit", "1", day: "2026-11-24")
      #expect(commit.err.contains("objection of siri-second settled"), "\(commit.err)")
    }
  }
}
