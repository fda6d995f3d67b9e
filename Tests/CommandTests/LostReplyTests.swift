import Foundation
import TestSupport
import Testing

@Suite("Replies that are lost")
struct LostReplyTests {
  /// North voted twice and South once; what South said is gone.
  private func lost(_ work: (BallotSession) throws -> Void) throws {
    try BallotSession.run { ballot in
      try ballot.votes("rune-reviewer", "abstain")
      try ballot.votes("rune-reviewer", "approve")
      try ballot.votes("siri-second", "disapprove", "--comment", "2:te=Too few tools.")
      try ballot.sandbox.shell("rm .git/rspmaint/ballots/cd/south.yml")
      try work(ballot)
    }
  }

  private func declare(_ ballot: BallotSession, _ body: String) throws -> String {
    try ballot.does(
      ["ballot", "lost", "cd", body, "--because", "The disk broke."], as: .chair,
      on: BallotSession.closed)
  }

  @Test("Are declared so by an officer, with a reason, and voting ends without them")
  func declares() throws {
    try lost { ballot in
      let status = try ballot.does(["ballot", "status", "cd"], on: BallotSession.voted)
      #expect(status.contains("Not sealed on this machine: South."), "\(status)")
      let stuck = try ballot.refuses("ballot", "end", "cd", on: BallotSession.closed)
      #expect(stuck.contains("the reply of South that came on 2026-10-10 is not sealed"))
      #expect(stuck.contains("rspmaint ballot lost cd south --because REASON"), "\(stuck)")
      let out = try declare(ballot, "south")
      #expect(
        out.contains(
          "The reply of South that came on 2026-10-10 is declared lost: The disk broke."),
        "\(out)")
      let text = try ballot.sandbox.read("Proposals/ballots/cd/receipts/south.yml")
      #expect(
        text.contains(
          "date: 2026-11-23, by: Cleo Chair <cleo@chair.example>, because: The disk broke.}"),
        "\(text)")
      let words =
        "The reply of South that came on 2026-10-10 was declared lost on 2026-11-23, by Cleo Chair: "
        + "The disk broke."
      let after = try ballot.does(["ballot", "status", "cd"], on: BallotSession.closed)
      #expect(after.replacing(/\n */, with: " ").contains(words), "\(after)")
      #expect(after.contains("Not answered: Chair Org, Editors, South."), "\(after)")
      try ballot.end()
      for verb in ["report", "show", "status"] {
        let report = try ballot.does(["ballot", verb, "cd"], on: BallotSession.closed)
        #expect(report.replacing(/\n */, with: " ").contains(words), "\(report)")
      }
      let votes = try ballot.does(["ballot", "report", "cd"], on: BallotSession.closed)
      #expect(votes.contains("no answer"), "\(votes)")
      #expect(try ballot.audit() == [])
      #expect(try ballot.sandbox.rspmaint(["validate"]).code == 0)
    }
  }

  @Test("Leave what is sealed, and the body can answer anew")
  func answersAnew() throws {
    try lost { ballot in
      let known = try ballot.refuses(
        "ballot", "lost", "cd", "north", "--because", "R.", on: BallotSession.voted)
      #expect(known.contains("no reply of North is lost: all are sealed here"), "\(known)")
      let other = try ballot.refuses(
        "ballot", "lost", "cd", "south", "--because", "R.", as: .editor)
      #expect(other.contains("is neither chair nor secretary"), "\(other)")
      let silent = try ballot.refuses("ballot", "lost", "cd", "editors", "--because", "R.")
      #expect(silent.contains("no reply of Editors waits to be opened"), "\(silent)")
      let unknown = try ballot.refuses(
        "ballot", "lost", "cd", "sout", "--because", "R.", code: 66)
      #expect(unknown.contains("did you mean 'south'?"), "\(unknown)")
      try ballot.does(
        ["ballot", "lost", "cd", "south", "--because", "The disk broke."], as: .chair,
        on: BallotSession.voted)
      try ballot.votes("siri-second", "approve")
      try ballot.end()
      let report = try ballot.does(["ballot", "report", "cd"], on: BallotSession.closed)
      #expect(!report.contains("disapproves"), "\(report)")
      #expect(try ballot.audit() == [])
      #expect(try ballot.sandbox.rspmaint(["validate"]).code == 0)
      try ballot.close()
      #expect(try ballot.audit() == [])
    }
  }

  @Test("Are found in a folder that keeps them")
  func kept() throws {
    try BallotSession.run { ballot in
      try ballot.sandbox.shell("mkdir ../kept")
      try ballot.votes("siri-second", "approve", "--keep", "../kept")
      try ballot.sandbox.shell("rm -r .git/rspmaint/ballots")
      let found = try ballot.refuses(
        "ballot", "lost", "cd", "south", "--because", "R.", "--kept", "../kept")
      #expect(found.contains("no reply of South is lost"), "\(found)")
    }
  }
}
