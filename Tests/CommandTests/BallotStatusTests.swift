import TestSupport
import Testing

@Suite("How far a ballot is")
struct BallotStatusTests {
  private func status(
    _ ballot: BallotSession, on day: String = BallotSession.voted, _ more: String...
  ) throws -> String {
    try ballot.does(["ballot", "status", "cd"] + more, on: day)
  }

  @Test("Names bodies that answered in part, where their replies are sealed")
  func inPart() throws {
    try BallotSession.run { ballot in
      try ballot.votes("rune-reviewer", "1=approve")
      try ballot.votes("siri-second", "approve")
      let json = try status(ballot, "--format", "json")
      let here = try status(ballot)
      #expect(here.contains("Answered: South."), "\(here)")
      #expect(here.contains("Answered in part: North (no vote on 0002)."), "\(here)")
      #expect(!here.contains("approve"))
      // As on another machine.
      try ballot.sandbox.shell("rm -r .git/rspmaint/ballots")
      let elsewhere = try status(ballot)
      #expect(elsewhere.contains("Answered: North, South."), "\(elsewhere)")
      #expect(!elsewhere.contains("in part"))
      #expect(try status(ballot, "--format", "json") == json)
    }
  }

  @Test("Reminds of the vote up to the last day, and tells the next step afterwards")
  func after() throws {
    try BallotSession.run { ballot in
      let last = try status(ballot, on: BallotSession.closes)
      #expect(last.contains("A reminder to paste") && !last.contains("ballot end"), "\(last)")
      let after = try status(ballot, on: "2026-11-06").replacing("\n", with: " ")
      #expect(!after.contains("reminder") && !after.contains("Voting closes on"), "\(after)")
      #expect(after.contains("End voting: 'rspmaint ballot end cd'"), "\(after)")
      #expect(
        after.contains("'rspmaint ballot extend cd --closes DATE --because REASON'"), "\(after)")
    }
  }
}
