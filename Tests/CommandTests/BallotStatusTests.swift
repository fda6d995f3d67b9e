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

  @Test("Tells what is missing in words and what to type, until it is closed")
  func next() throws {
    try BallotSession.run { ballot in
      try ballot.votes("rune-reviewer", "approve")
      let early = try ballot.refuses("ballot", "end", "cd")
      #expect(
        early.contains(
          "goes on until 2026-11-05, and Chair Org, Editors and South have not answered"),
        "\(early)")
      try ballot.votes("siri-second", "approve", "--comment", "2:te=Too few tools.")
      try ballot.end()
      let none = try ballot.refuses(
        "ballot", "reason", "cd", "north", "none", "--because", "None.", on: BallotSession.closed)
      #expect(none.contains("North gave no negative vote in ballot 'cd'"), "\(none)")
      #expect(none.contains("help: 'rspmaint ballot tally cd' shows who did"), "\(none)")
      try ballot.changes("2", "south-1", "--set", "ucum:tooling=low")
      func words() throws -> String {
        try status(ballot, on: BallotSession.closed).replacing(/\n */, with: " ")
      }
      let changed = try words()
      #expect(
        changed.contains(
          "Proposal 0002 was changed beyond words (UCUM: tooling) since it was voted on"),
        "\(changed)")
    }
    try BallotSession.run { ballot in
      try ballot.vote()
      try ballot.end()
      try ballot.dispose()
      func words() throws -> String {
        try status(ballot, on: BallotSession.closed).replacing(/\n */, with: " ")
      }
      let ready = try words()
      #expect(
        ready.contains("Nothing is missing: 'rspmaint ballot close cd' closes it."), "\(ready)")
      try ballot.close()
      let closed = try words()
      #expect(
        closed.contains("It is closed. 'rspmaint ballot show cd' tells its story."), "\(closed)")
      for step in ["show", "report"] {
        let page = try ballot.does(
          ["ballot", step, "cd", "--format", "html"], on: BallotSession.closed)
        #expect(page.hasPrefix("<!doctype html>") && page.contains("disapproves"), "\(page)")
      }
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
