import Foundation
import TestSupport
import Testing

@Suite("Replies that a folder keeps too")
struct BallotKeepingTests {
  private func names(_ ballot: BallotSession) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: ballot.sandbox.root + "/../kept").sorted()
  }

  @Test("Go there also when they are known already, and voting can be ended from there")
  func known() throws {
    try BallotSession.run { ballot in
      try ballot.sandbox.shell("mkdir ../kept")
      try ballot.votes("rune-reviewer", "abstain")
      try ballot.votes("rune-reviewer", "approve")
      let said = try ballot.votes("rune-reviewer", "approve", "--keep", "../kept")
      #expect(said.hasPrefix("North has answered just that already.\nIts reply is kept in "))
      #expect(try names(ballot).count == 2)
      let form = try ballot.csv(
        "votes.csv", BallotSession.votingHeadings, [ballot.row("south", "1", 0)])
      let take = ["ballot", "import", "cd", form]
      try ballot.does(take, as: .chair, on: BallotSession.voted)
      let again = try ballot.does(
        take + ["--keep", "../kept"], as: .chair, on: BallotSession.voted)
      #expect(again.contains("South has answered just that already.\nIts reply is kept in "))
      let kept = try names(ballot)
      #expect(kept.contains { $0.hasSuffix("-votes.csv") }, "\(kept)")
      #expect(kept.count { $0.hasPrefix("cd-south-") } == 1, "\(kept)")
      try ballot.sandbox.shell("rm -r .git/rspmaint/ballots")
      try ballot.does(
        ["ballot", "end", "cd", "--kept", "../kept"], as: .chair, on: BallotSession.closed)
      #expect(try ballot.audit() == [])
    }
  }

  @Test(
    "Are refused in the worktree, in the git folder and in a folder that is not there",
    arguments: [
      ("Portfolio", "is in the worktree", Int32(1)), ("../link", "is in the worktree", 1),
      (".git", "is in the git folder", 1), ("../none", "make it first", 73),
      ("../file", "is not a folder", 73),
    ])
  func refuses(folder: String, words: String, code: Int32) throws {
    try BallotSession.run { ballot in
      try ballot.sandbox.shell("ln -s \"$PWD/Proposals\" ../link && touch ../file")
      let form = try ballot.csv(
        "votes.csv", BallotSession.votingHeadings, [ballot.row("south", "1", 0)])
      for reply in [[form], ["--voter", "rune-reviewer", "--vote", "approve"]] {
        let outcome = try ballot.session.run(
          arguments: ["ballot", "import", "cd"] + reply + ["--keep", folder], as: .chair,
          day: BallotSession.voted)
        #expect(outcome.code == code && outcome.err.contains(words), "\(outcome.err)")
      }
      #expect(try ballot.sandbox.git("status", "--porcelain") == "")
      #expect(
        !FileManager.default.fileExists(atPath: ballot.sandbox.root + "/.git/rspmaint/ballots"))
    }
  }
}
