import Foundation
import TestSupport
import Testing

@Suite("Answers to the comments of a ballot")
struct BallotAnswersTests {
  private func answered(_ work: (BallotSession) throws -> Void) throws {
    try BallotSession.run { ballot in
      try ballot.vote()
      try ballot.end()
      try ballot.dispose()
      try work(ballot)
    }
  }

  private static let noted = [
    "ballot", "dispose", "cd", "south-1", "noted", "--because", "It counts ten.", "--agreed",
    "Plenary, 2026-11-21",
  ]

  @Test("Stay on record; one that was agreed is changed only with a reason")
  func reopens() throws {
    try answered { ballot in
      let again = try ballot.does(
        [
          "ballot", "dispose", "cd", "editors-1", "accepted", "--agreed",
          "Plenary, 2026-11-20, R 4",
        ],
        as: .chair, on: BallotSession.closed)
      #expect(again.contains("editors-1 has just that answer already."), "\(again)")
      let refused = try ballot.session.run(
        arguments: BallotAnswersTests.noted, as: .chair, day: BallotSession.closed)
      #expect(refused.code == 1)
      #expect(
        refused.err.contains("the answer to 'south-1' is agreed: rejected, Plenary, 2026-11-20"),
        "\(refused.err)")
      #expect(refused.err.contains("--reopened REASON"))
      try ballot.does(
        BallotAnswersTests.noted + ["--reopened", "The survey was wrong."], as: .chair,
        on: BallotSession.closed)
      #expect(
        try ballot.sandbox.read("Proposals/ballots/cd/dispositions/south.yml") == """
          dispositions:
            - comment: south-1
              disposition: rejected
              because: The survey counts nine.
              agreed: {at: Plenary, on: 2026-11-20}
            - comment: south-1
              disposition: noted
              because: It counts ten.
              agreed: {at: Plenary, on: 2026-11-21}
              reopened: The survey was wrong.

          """)
      let story = try ballot.does(["ballot", "show", "cd"], on: BallotSession.closed)
        .replacing("\n", with: " ")
      #expect(story.contains("It was reopened: The survey was wrong."), "\(story)")
      #expect(story.contains("Answered before: rejected: The survey counts nine."), "\(story)")
      #expect(try ballot.audit() == [])
    }
  }

  @Test("A commenter's word is kept with the message that says so, and changes no vote")
  func satisfied() throws {
    try answered { ballot in
      try ballot.sandbox.write("Subject: agreed\r\n\r\nFine.\r\n", to: "../mail.EML")
      let tally = try ballot.does(["ballot", "tally", "cd"], on: BallotSession.closed)
      let out = try ballot.does(
        ["ballot", "satisfied", "cd", "south-1", "withdrawn", "--message", "../mail.EML"],
        as: .chair, on: BallotSession.closed)
      #expect(out.contains("South has withdrawn south-1; no vote changes by that."), "\(out)")
      #expect(try ballot.does(["ballot", "tally", "cd"], on: BallotSession.closed) == tally)
      let path = "Proposals/ballots/cd/originals/south-1-message-1.eml"
      #expect(try ballot.sandbox.git("show", "HEAD:\(path)") == "Subject: agreed\r\n\r\nFine.\r\n")
      let blob = try ballot.sandbox.git("rev-parse", "HEAD:\(path)")
        .trimmingCharacters(in: .newlines)
      let text = try ballot.sandbox.read("Proposals/ballots/cd/dispositions/south.yml")
      #expect(
        text.hasSuffix(
          """
          satisfied:
            - {comment: south-1, is: withdrawn, date: 2026-11-23, by: Cleo Chair <cleo@chair.example>, file: south-1-message-1.eml, content: \(blob)}

          """), "\(text)")
      #expect(try ballot.sandbox.git("status", "--porcelain") == "")
      let again = try ballot.does(
        ["ballot", "satisfied", "cd", "south-1", "withdrawn", "--message", "../mail.EML"],
        as: .chair, on: BallotSession.closed)
      #expect(again.contains("That is recorded just so already."))
      let story = try ballot.does(["ballot", "show", "cd"], on: BallotSession.closed)
      #expect(story.contains("The commenter: withdrawn"), "\(story)")
      #expect(try ballot.audit() == [])
      #expect(try ballot.sandbox.rspmaint(["validate"]).code == 0)
      try ballot.close()
      #expect(try ballot.audit() == [])
      try bundled(ballot)
    }
  }

  /// The file of an edition is proved without the messages, which are not for everybody.
  private func bundled(_ ballot: BallotSession) throws {
    for step in [
      ["cut", "fdis", "--stage", "FDIS", "--carry", "all"],
      ["publish", "fdis", "--as", "ISO 21860:2027", "--number", "2"],
      ["bundle", "ISO 21860:2027", "--output", "../edition.zip"],
    ] {
      try ballot.does(["edition"] + step, as: .chair, on: BallotSession.closed)
    }
    try ballot.sandbox.shell("! grep -q 'Subject: agreed' ../edition.zip && mv .git ../aside.git")
    let proof = try ballot.does(
      ["edition", "verify", "../edition.zip", "--repo", "/"], on: BallotSession.closed)
    #expect(proof.contains("ISO 21860:2027"), "\(proof)")
  }

  @Test("Refuses the word of a commenter without a message, or on a comment without an answer")
  func refuses() throws {
    try BallotSession.run { ballot in
      try ballot.vote()
      try ballot.end()
      try ballot.sandbox.write("Fine.\n", to: "../mail.txt")
      let early = try ballot.refuses(
        "ballot", "satisfied", "cd", "south-1", "yes", "--message", "../mail.txt",
        on: BallotSession.closed)
      #expect(early.contains("comment 'south-1' has no answer yet"), "\(early)")
      let lost = try ballot.refuses(
        "ballot", "satisfied", "cd", "south-1", "yes", "--message", "../none.txt",
        on: BallotSession.closed, code: 66)
      #expect(lost.contains("none.txt can't be read"), "\(lost)")
    }
  }
}
