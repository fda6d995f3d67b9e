import Foundation
import TestSupport
import Testing

@Suite("The bodies of a ballot")
struct BallotBodiesTests {
  private static let bodies = """
    bodies:
      - {id: de, name: Germany, status: p-member, voter: cleo-chair}
      - {id: fr, name: France, status: p-member, voter: ada-editor, substitute: rune-reviewer}
      - {id: hl7, name: HL7, status: liaison, voter: rune-reviewer}
      - {id: us, name: United States, status: o-member, voter: siri-second}

    """

  /// The bodies and another rule, brought by a proposal made of edited files.
  private func decided(_ work: (BallotSession) throws -> Void) throws {
    try BallotSession.run(opens: false) { ballot in
      let sandbox = ballot.sandbox
      let committee = "Portfolio/committee.yml"
      try sandbox.write(try sandbox.read(committee) + BallotBodiesTests.bodies, to: committee)
      let criteria = "Portfolio/criteria.yml"
      try sandbox.write(
        try sandbox.read(criteria).replacing("at-least: 2/3", with: "at-least: 1/2"), to: criteria)
      try ballot.does(
        ["propose", "--from-worktree", "--title", "Who votes"] + Transcript.words + ["--open"],
        on: BallotSession.written)
      for actor in [Sandbox.Actor.reviewer, .second] {
        try ballot.does(["review", "3", "--approve"], as: actor, on: BallotSession.written)
      }
      try ballot.does(["commit", "3"], on: BallotSession.closed)
      try work(ballot)
    }
  }

  @Test("Come by a proposal like the rule, which is then the rule's basis")
  func proposed() throws {
    try decided { ballot in
      let text = try ballot.sandbox.read("Portfolio/committee.yml")
      #expect(text.hasSuffix(BallotBodiesTests.bodies), "\(text)")
      let criteria = try ballot.sandbox.read("Portfolio/criteria.yml")
      #expect(criteria.contains("  basis: decided 3\n"))
      let changelog = try ballot.sandbox.read("Portfolio/CHANGELOG.md")
      #expect(changelog.contains("`de` added") && changelog.contains("ballot"), "\(changelog)")
      #expect(try ballot.audit() == [])
      try ballot.session.expectSound()
    }
  }

  @Test("Vote by their voter or substitute; o-members count as negative alone, liaisons never")
  func vote() throws {
    try decided { ballot in
      try ballot.open()
      try ballot.votes("cleo-chair", "approve")
      try ballot.does(
        [
          "ballot", "import", "cd", "--voter", "siri-second", "--vote", "disapprove", "--comment",
          "1:te=Too few tools.", "--comment", "2:te=Too few tools.",
        ], as: .chair, on: BallotSession.voted)
      let asked = try ballot.refuses(
        "ballot", "import", "cd", "--voter", "rune-reviewer", "--vote", "approve")
      #expect(asked.contains("'rune-reviewer' answers for fr and hl7"), "\(asked)")
      try ballot.votes("rune-reviewer", "approve", "--body", "fr")
      try ballot.end()
      let tally = try ballot.does(
        ["ballot", "tally", "cd", "--format", "json"], on: BallotSession.closed)
      #expect(tally.contains(#""have" : "2/2""#) && tally.contains(#""have" : "1/3""#), "\(tally)")
      #expect(tally.contains(#""verdict" : "meeting""#))
    }
  }

  @Test("Refuses the vote of a liaison, and takes its comments")
  func liaison() throws {
    try decided { ballot in
      try ballot.open()
      let refused = try ballot.refuses(
        "ballot", "import", "cd", "--voter", "rune-reviewer", "--body", "hl7", "--vote", "approve")
      #expect(refused.contains("HL7 is a liaison, which comments and never votes"))
      try ballot.does(
        [
          "ballot", "import", "cd", "--voter", "rune-reviewer", "--body", "hl7", "--comment",
          "Mind the profile.",
        ], as: .chair, on: BallotSession.voted)
    }
  }

  @Test("Takes no vote of a liaison's form, and what it says")
  func liaisonForm() throws {
    try decided { ballot in
      try ballot.open()
      let alone = try ballot.csv(
        "alone.csv", BallotSession.votingHeadings,
        [ballot.row("HL7", "1", 0), ballot.row("HL7", "2", 1)])
      let refused = try ballot.refuses("ballot", "import", "cd", alone, code: 65)
      #expect(refused.contains("nothing was taken"), "\(refused)")
      #expect(
        refused.contains("alone.csv, rows 2 and 3: HL7 is a liaison: its votes were not taken"))
      let form = try ballot.csv(
        "votes.csv", BallotSession.votingHeadings,
        [ballot.row("HL7", "1", 0, "Mind the profile."), ballot.row("FR", "1", 0)])
      let said = try ballot.does(
        ["ballot", "import", "cd", form], as: .chair, on: BallotSession.voted)
      #expect(
        said.contains("finding: votes.csv, row 2: HL7 is a liaison: its vote was not taken"),
        "\(said)")
      #expect(said.contains("HL7 has answered.") && said.contains("0 votes, 1 comment."))
      #expect(said.contains("France has answered.") && said.contains("1 vote, 0 comments."))
    }
  }

  @Test("An answer on one proposal takes nothing back of the others")
  func inPart() throws {
    try BallotSession.run { ballot in
      try ballot.votes(
        "rune-reviewer", "1=approve,2=disapprove", "--comment", "1:ed=A comma.", "--comment",
        "2:te=Too few tools.")
      let said = try ballot.votes("rune-reviewer", "2=approve")
      #expect(said.contains("What it answered before on 0001 stands."), "\(said)")
      let more = try ballot.does(
        ["ballot", "import", "cd", "--voter", "rune-reviewer", "--comment", "1:ge=Well done."],
        as: .chair, on: BallotSession.voted)
      #expect(more.contains("What it answered before on 0001 and 0002 stands."), "\(more)")
      try ballot.end()
      let replies = try ballot.sandbox.read("Proposals/ballots/cd/replies/north.yml")
      #expect(
        replies.replacing(/salt: .*/, with: "salt: SALT").hasSuffix(
          """
            - salt: SALT
              voter: rune-reviewer
              votes:
                - {proposal: 1, vote: approve}
                - {proposal: 2, vote: approve}
              comments:
                - proposal: 1
                  type: ed
                  text: |
                    A comma.
                - proposal: 1
                  type: ge
                  text: |
                    Well done.

          """), "\(replies)")
    }
  }

  @Test("Where an affiliation has several members, opening asks who votes")
  func severalMembers() throws {
    try BallotSession.run(opens: false) { ballot in
      let path = "Portfolio/committee.yml"
      let text = try ballot.sandbox.read(path)
      try ballot.sandbox.write(
        text.replacing("affiliation: Editors", with: "affiliation: North"), to: path)
      try ballot.sandbox.git("commit", "-q", "-am", "Two of one house")
      let asked = try ballot.refuses(
        "ballot", "open", "cd", "--proposals", "1", "--title", "T", "--closes",
        BallotSession.closes, on: BallotSession.opened)
      #expect(asked.contains("North has 2 members, of whom one votes"), "\(asked)")
      #expect(asked.contains("--voter north=MEMBER"))
      try ballot.open("--voter", "north=rune-reviewer")
    }
  }
}
