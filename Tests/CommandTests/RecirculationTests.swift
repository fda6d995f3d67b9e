import Foundation
import TestSupport
import Testing

@Suite("A later round of voting")
struct RecirculationTests {
  /// A ballot whose second proposal was changed beyond words and reviewed again.
  static func changed(_ work: (BallotSession) throws -> Void) throws {
    try BallotSession.run { ballot in
      try ballot.change()
      try work(ballot)
    }
  }

  @Test("Asks about what was changed, and counts the newest vote of each body")
  func votes() throws {
    try RecirculationTests.changed { ballot in
      let out = try ballot.recirculate()
      let said = out.replacing("\n", with: " ")
      #expect(said.contains("Round 2 of ballot 'cd' asks about 0002 until 2026-11-20"), "\(out)")
      #expect(said.contains("Negative votes that stand: South on 0002."), "\(out)")
      let text = try ballot.sandbox.read("Proposals/ballots/cd/ballot.yml")
      let content = try ballot.content(of: "0002-ucum-to-high")
      #expect(
        text.contains(
          """
          recirculated:
            - opened: 2026-11-08
              closes: 2026-11-20
              by: Cleo Chair <cleo@chair.example>
              proposals:
                - {number: 2, content: \(content)}

          """), "\(text)")
      #expect(
        try ballot.refuses("ballot", "tally", "cd", as: .editor, on: "2026-11-10")
          .contains("are sealed until voting ends"))
      #expect(
        try ballot.refuses(
          "propose", "--update", "2", "--rationale", "Other.", "--answers", "south-1", as: .editor,
          on: "2026-11-10"
        ).contains("proposal 0002 is being voted on in ballot 'cd'"))
      #expect(
        try ballot.refuses(
          "ballot", "import", "cd", "--voter", "siri-second", "--vote", "1=approve",
          on: "2026-11-10"
        ).contains("proposal 0001 is not in round 2 of ballot 'cd'"))
      let first = try ballot.votes("siri-second", "abstain", on: "2026-11-10")
      #expect(first.hasPrefix("South has answered in round 2. The reply is sealed"), "\(first)")
      #expect(first.contains("Its votes of earlier rounds on other proposals stand."), "\(first)")
      let anew = try ballot.votes(
        "siri-second", "approve", "--comment", "2:ed=Thanks.", on: "2026-11-10")
      #expect(
        anew.hasPrefix(
          "South has answered anew in round 2; its reply before in that round is not counted.\n"
            + "Its votes of earlier rounds on other proposals stand.\n"), "\(anew)")
      let receipts = try ballot.sandbox.read("Proposals/ballots/cd/receipts/south.yml")
      #expect(receipts.contains("  - {round: 2, date: 2026-11-10, digest: "), "\(receipts)")
      let status = try ballot.does(["ballot", "status", "cd"], on: "2026-11-10")
      #expect(status.contains("Answered: South."), "\(status)")
      #expect(status.contains("Not answered: Chair Org, Editors, North."), "\(status)")
      try ballot.endSecond()
      let tally = try ballot.does(
        ["ballot", "tally", "cd", "--format", "json"], on: "2026-11-21")
      #expect(tally.contains(#""have" : "4/4""#), "\(tally)")
      let report = try ballot.does(["ballot", "report", "cd"], on: "2026-11-21")
      #expect(report.contains("approves (round 2)") && report.contains("abstains"), "\(report)")
      #expect(try ballot.audit() == [])
      #expect(try ballot.sandbox.rspmaint(["validate"]).code == 0)
    }
  }

  @Test("Keeps earlier votes and comments, and is closed like the first")
  func closes() throws {
    try RecirculationTests.changed { ballot in
      try ballot.recirculate()
      try ballot.votes("siri-second", "approve", "--comment", "2:ed=Thanks.", on: "2026-11-10")
      try ballot.endSecond()
      let replies = try ballot.sandbox.read("Proposals/ballots/cd/replies/south.yml")
      #expect(replies.contains("vote: disapprove") && replies.contains("Thanks."), "\(replies)")
      let refused = try ballot.refuses("ballot", "close", "cd", on: "2026-11-22")
      #expect(refused.contains("1 comment has no agreed answer: south-2"), "\(refused)")
      try ballot.does(
        [
          "ballot", "dispose", "cd", "south-2", "noted", "--because", "Ours.", "--agreed",
          "Plenary, 2026-11-21",
        ], as: .chair, on: "2026-11-22")
      try ballot.close()
      #expect(
        try ballot.sandbox.git("log", "-2", "--format=%s|%(trailers:key=RSP-Ballot)")
          == "UCUM to high|RSP-Ballot: cd\n\nLOINC to high|RSP-Ballot: cd\n\n")
      let story = try ballot.does(["ballot", "show", "cd"], on: BallotSession.closed)
      #expect(story.contains("Round 2 opened on 2026-11-08 about 0002"), "\(story)")
      #expect(try ballot.audit() == [])
      try ballot.session.expectSound()
    }
  }

  @Test("Can be extended, and ended early with a reason")
  func extends() throws {
    try RecirculationTests.changed { ballot in
      try ballot.recirculate()
      try ballot.does(
        ["ballot", "extend", "cd", "--closes", "2026-11-25", "--because", "One asked for it."],
        as: .chair, on: "2026-11-10")
      #expect(
        try ballot.refuses("ballot", "end", "cd", on: "2026-11-21").contains("until 2026-11-25"))
      try ballot.does(
        ["ballot", "end", "cd", "--because", "All said so."], as: .chair, on: "2026-11-21")
      let tally = try ballot.does(["ballot", "tally", "cd"], on: "2026-11-21")
      #expect(tally.contains("disapproves"), "\(tally)")
      #expect(try ballot.audit() == [])
    }
  }

  @Test("A judgement of a negative vote is about the round in which it was cast")
  func judges() throws {
    try RecirculationTests.changed { ballot in
      try ballot.does(
        [
          "ballot", "reason", "cd", "south", "none", "--although-technical", "--because",
          "It is about dates.",
        ],
        as: .chair, on: "2026-11-08")
      try ballot.recirculate()
      try ballot.votes("siri-second", "disapprove", "--comment", "2:te=A flaw.", on: "2026-11-10")
      try ballot.endSecond()
      let tally = try ballot.does(["ballot", "tally", "cd"], on: "2026-11-21")
      #expect(tally.contains("Negative: 1/4 of the votes"), "\(tally)")
      #expect(try ballot.audit() == [])
    }
  }

  @Test("Is refused where nothing needs a vote, or where what needs one can't be accepted")
  func refuses() throws {
    try BallotSession.run { ballot in
      try ballot.vote()
      let voting = try ballot.refuses("ballot", "recirculate", "cd", "--closes", "2026-11-20")
      #expect(voting.contains("voting in ballot 'cd' has not ended"), "\(voting)")
      try ballot.does(["ballot", "end", "cd"], as: .chair, on: "2026-11-06")
      let nothing = try ballot.refuses(
        "ballot", "recirculate", "cd", "--closes", "2026-11-20", on: "2026-11-08")
      #expect(nothing.contains("nothing was changed in ballot 'cd' that needs a vote"))
      try ballot.changes("2", "south-1", "--set", "ucum:tooling=low", on: "2026-11-07")
      let unreviewed = try ballot.refuses(
        "ballot", "recirculate", "cd", "--closes", "2026-11-20", on: "2026-11-08")
      #expect(unreviewed.contains("proposal 0002 needs 2 approvals"), "\(unreviewed)")
      try ballot.review("2", on: "2026-11-07")
      let past = try ballot.refuses(
        "ballot", "recirculate", "cd", "--closes", "2026-11-07", on: "2026-11-08")
      #expect(past.contains("voting can't close on 2026-11-07, before it opens on 2026-11-08"))
    }
  }
}

extension BallotSession {
  /// All have voted; in answer to a comment the second proposal was changed and reviewed again.
  func change() throws {
    try vote()
    try does(["ballot", "end", "cd"], as: .chair, on: "2026-11-06")
    try changes("2", "south-1", "--set", "ucum:tooling=low", on: "2026-11-07")
    try review("2", on: "2026-11-07")
    for (comment, answer) in [("editors-1", "noted"), ("south-1", "accepted")] {
      try does(
        [
          "ballot", "dispose", "cd", comment, answer, "--because", "Said.", "--agreed",
          "Plenary, 2026-11-07",
        ], as: .chair, on: "2026-11-07")
    }
  }

  @discardableResult
  func recirculate() throws -> String {
    try does(
      ["ballot", "recirculate", "cd", "--closes", "2026-11-20"], as: .chair, on: "2026-11-08")
  }

  func endSecond() throws {
    try does(["ballot", "end", "cd"], as: .chair, on: "2026-11-21")
  }
}
