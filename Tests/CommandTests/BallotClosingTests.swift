import Foundation
import TestSupport
import Testing

@Suite("The end of a ballot")
struct BallotClosingTests {
  /// The tally's JSON, as far as tests ask for it.
  private struct Tallied: Decodable {
    struct Part: Decodable, Equatable {
      let have: String
      let need: String?
    }

    struct Item: Decodable {
      let proposal: Int
      let approve: Part
      let negative: Part
      let returned: Part
      let verdict: String
      let doubtful: [String]
      let flips: [String]
    }

    let schema: String
    let proposals: [Item]
  }

  private func tally(_ ballot: BallotSession) throws -> Tallied {
    let out = try ballot.does(
      ["ballot", "tally", "cd", "--format", "json"], on: BallotSession.closed)
    return try JSONDecoder().decode(Tallied.self, from: Data(out.utf8))
  }

  @Test("Counts by the frozen rule and accepts what was approved, in one go")
  func closes() throws {
    try BallotSession.run { ballot in
      try ballot.vote()
      try ballot.end()
      let tally = try tally(ballot)
      #expect(tally.schema == "rspmaint.tally/1")
      #expect(tally.proposals.map(\.verdict) == ["approved", "approved"])
      #expect(tally.proposals.map(\.approve.have) == ["3/3", "3/4"])
      #expect(tally.proposals.map(\.negative.have) == ["0/3", "1/4"])
      #expect(tally.proposals.map(\.returned.have) == ["4/4", "4/4"])
      try ballot.dispose()
      try ballot.close()
      #expect(
        try ballot.sandbox.git("log", "-3", "--format=%s|%(trailers:key=RSP-Ballot)")
          == "UCUM to high|RSP-Ballot: cd\n\nLOINC to high|RSP-Ballot: cd\n\nClose ballot cd|\n")
      let result = try ballot.sandbox.read("Proposals/ballots/cd/result.yml")
      #expect(result.contains("verdict: approved, in-favour: 3/4, negative: 1/4, returned: 4/4}"))
      #expect(try ballot.audit() == [])
      try ballot.session.expectSound()
      #expect(try ballot.sandbox.rspmaint(["validate"]).code == 0)
    }
  }

  @Test("Prints the count as a transcript")
  func transcript() throws {
    try BallotSession.run { ballot in
      try ballot.vote()
      try ballot.end()
      let out = try ballot.does(["ballot", "tally", "cd"], on: BallotSession.closed)
      for line in [
        "In favour: 3/4 of the votes cast by p-members, at least 2/3 needed: met",
        "Negative: 1/4 of the votes cast by all p- and o-members, at most 1/4 allowed: met",
        "left out: an abstention", "It would fail if 1 p-member in favour voted against it.",
      ] {
        #expect(out.replacing(/\n +/, with: " ").contains(line), "\(line)\n\(out)")
      }
    }
  }

  @Test("Stops the count where a negative vote's reason is in doubt")
  func doubt() throws {
    try BallotSession.run { ballot in
      for voter in ["cleo-chair", "ada-editor"] { try ballot.votes(voter, "approve") }
      let out = try ballot.votes("rune-reviewer", "1=approve,2=disapprove")
      #expect(out.contains("It disapproves 0002 without a technical comment"))
      try ballot.end()
      #expect(try tally(ballot).proposals.map(\.verdict) == ["approved", "undecided"])
      #expect(try tally(ballot).proposals[1].doubtful == ["north"])
      let refused = try ballot.refuses("ballot", "close", "cd", on: BallotSession.closed)
      #expect(refused.contains("the reason of North's negative vote on 0002 is in doubt"))
      #expect(refused.contains("rspmaint ballot reason cd north technical --because REASON"))
      try ballot.does(
        ["ballot", "reason", "cd", "north", "technical", "--because", "It names a flaw."],
        as: .chair, on: BallotSession.closed)
      #expect(try tally(ballot).proposals.map(\.verdict) == ["approved", "meeting"])
      try ballot.does(
        ["ballot", "reason", "cd", "north", "none", "--because", "It only objects to the day."],
        as: .chair, on: BallotSession.closed)
      #expect(try tally(ballot).proposals.map(\.verdict) == ["approved", "approved"])
      #expect(try ballot.audit() == [])
    }
  }

  @Test("Closes only with an agreed answer to each comment")
  func comments() throws {
    try BallotSession.run { ballot in
      try ballot.vote()
      try ballot.end()
      let refused = try ballot.refuses("ballot", "close", "cd", on: BallotSession.closed)
      #expect(refused.contains("2 comments have no agreed answer: editors-1, south-1"))
      let status = try ballot.does(
        ["ballot", "status", "cd", "--format", "json"], on: BallotSession.closed)
      #expect(status.contains(#""id" : "editors-1""#) && status.contains(#""agreed" : false"#))
      let reason = try ballot.refuses(
        "ballot", "dispose", "cd", "south-1", "rejected", on: BallotSession.closed, code: 64)
      #expect(reason.contains("'rejected' needs a reason"))
      try ballot.does(
        ["ballot", "dispose", "cd", "south-1", "noted", "--because", "The survey says so."],
        as: .chair, on: BallotSession.closed)
      try ballot.does(
        ["ballot", "dispose", "cd", "editors-1", "--same-as", "south-1"], as: .chair,
        on: BallotSession.closed)
      let proposed = try ballot.refuses("ballot", "close", "cd", on: BallotSession.closed)
      #expect(proposed.contains("2 comments have no agreed answer"))
      try ballot.dispose()
      try ballot.close()
      let story = try ballot.does(["ballot", "show", "cd"], on: BallotSession.closed)
      #expect(story.contains("rejected: The survey counts nine."), "\(story)")
    }
  }

  @Test("Leaves what was not approved open, and keeps commit from accepting it")
  func disapproved() throws {
    try BallotSession.run { ballot in
      for voter in ["cleo-chair", "ada-editor", "rune-reviewer"] {
        try ballot.votes(voter, "1=approve,2=disapprove", "--comment", "2:te=Too few tools.")
      }
      try ballot.end()
      for body in ["chair-org", "editors", "north"] {
        try ballot.does(
          [
            "ballot", "dispose", "cd", "\(body)-1", "accepted", "--agreed", "Plenary, 2026-11-20",
          ], as: .chair, on: BallotSession.closed)
      }
      try ballot.close()
      #expect(
        try ballot.refuses("commit", "2", as: .editor, on: BallotSession.closed)
          .contains("ballot 'cd' decided on proposal 0002: disapproved"))
      #expect(try ballot.audit() == [])
      try ballot.does(["withdraw", "2", "--because", "It failed."], on: BallotSession.closed)
    }
  }

  @Test("Votes on a package as a whole")
  func package() throws {
    try BallotSession.run(opens: false) { ballot in
      try ballot.open("--vote-on", "package", "--document", "N 12", "--zone", "+02:00")
      #expect(
        try ballot.refuses(
          "ballot", "import", "cd", "--voter", "ada-editor", "--vote", "1=approve"
        ).contains("asks for one vote on all its proposals together"))
      for voter in ["cleo-chair", "ada-editor", "rune-reviewer"] {
        try ballot.votes(voter, "approve")
      }
      try ballot.end()
      #expect(try tally(ballot).proposals.map(\.approve.have) == ["3/3", "3/3"])
      try ballot.close()
      #expect(try ballot.audit() == [])
    }
  }

  @Test("Where the criteria require a ballot, commit asks for one")
  func required() throws {
    try BallotSession.run(opens: false) { ballot in
      let path = "Portfolio/criteria.yml"
      let text = try ballot.sandbox.read(path)
      try ballot.sandbox.write(
        text.replacing("ballot: optional", with: "ballot: required"), to: path)
      try ballot.sandbox.git("commit", "-q", "-am", "The rules of the first edition")
      let start = try ballot.sandbox.git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
      #expect(
        try ballot.refuses("commit", "1", as: .editor, on: BallotSession.closed)
          .contains("proposal 0001 needs a ballot that approves it, as the criteria say"))
      try ballot.open()
      for voter in ["cleo-chair", "ada-editor", "rune-reviewer"] {
        try ballot.votes(voter, "approve")
      }
      try ballot.end()
      try ballot.close()
      let audit = try ballot.sandbox.rspmaint(["audit", "--since", start])
      #expect(audit.code == 0, "\(audit.out)")
    }
  }
}
