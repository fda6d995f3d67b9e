import Foundation
import TestSupport
import Testing

@Suite("Ballots and editions that are shared")
struct BallotSyncTests {
  /// Two officers' clones of a guarded repository in which voting has ended and all is answered.
  private func shared(_ work: (Clones, BallotSession) throws -> Void) throws {
    let clones = try Clones(1, committee: true)
    defer { clones.remove() }
    let ballot = BallotSession(Transcript(clones[0]))
    try ballot.prepare()
    try share(ballot)
    try ballot.open()
    try ballot.vote()
    try ballot.end()
    try ballot.dispose()
    try share(ballot)
    try work(clones, ballot)
  }

  private func share(_ ballot: BallotSession) throws {
    try ballot.does(["sync"], as: .chair, on: BallotSession.closed)
  }

  @Test("What belongs to the resolution never comes into a ballot that was closed meanwhile")
  func closedMeanwhile() throws {
    try shared { clones, ballot in
      let other = try Sandbox(copying: clones[0])
      defer { other.remove() }
      try ballot.close()
      try share(ballot)
      let late = BallotSession(Transcript(other))
      try other.write("Fine.\n", to: "../mail.txt")
      try late.does(
        ["ballot", "satisfied", "cd", "south-1", "yes", "--message", "../mail.txt"], as: .chair,
        on: BallotSession.closed)
      let refused = try late.refuses("sync", on: BallotSession.closed)
      #expect(
        refused.contains("ballot 'cd' is closed now, and was resolving when this was saved"),
        "\(refused)")
      #expect(refused.contains("take yours back: 'rspmaint undo', then 'rspmaint sync'"))
      try late.does(["undo"], as: .chair, on: BallotSession.closed)
      try share(late)
      #expect(try late.audit() == [])
    }
  }

  @Test("A tag that squats on an edition's name is not shared, and keeps nothing from being shared")
  func squats() throws {
    try shared { clones, ballot in
      try clones[0].git("tag", "-a", "-m", "Mine", "edition/fdis", "HEAD~1")
      try ballot.close()
      try share(ballot)
      let tags = try clones[0].git("--git-dir", clones.server.path, "tag")
      #expect(tags == "")
      #expect(
        try clones[0].git("--git-dir", clones.server.path, "rev-parse", "main")
          == clones[0].git("rev-parse", "HEAD"))
    }
  }

  @Test("A guard takes no file among what came that no record names")
  func strays() throws {
    let server = try Server(committee: true)
    defer { server.remove() }
    let ballot = BallotSession(server.session)
    try ballot.prepare()
    #expect(try server.push("main").isTaken)
    try ballot.open()
    #expect(try server.push("main").isTaken)
    for name in ["mine.txt", ".gitattributes", "deep/mine.txt"] {
      let path = "Proposals/ballots/cd/originals/" + name
      try ballot.sandbox.write("* text\n", to: path)
      try ballot.session.commitAll("Tidy", as: .chair)
      let push = try server.push("main")
      #expect(!push.isTaken, "\(name)")
      #expect(
        push.said.contains(
          name == "mine.txt"
            ? "'mine.txt' is kept with what came, and nothing names it" : "does not belong"),
        "\(push.said)")
      try ballot.sandbox.git("reset", "-q", "--hard", "HEAD~1")
    }
  }
}
