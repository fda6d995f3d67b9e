import Foundation
import TestSupport
import Testing

@Suite("What keeps a ballot from being closed in silence")
struct BallotDoubtTests {
  private func ended(_ work: (BallotSession) throws -> Void) throws {
    try BallotSession.run { ballot in
      try ballot.vote()
      try ballot.end()
      try work(ballot)
    }
  }

  @Test("A vote with technical comments is not struck without saying so")
  func strikes() throws {
    try ended { ballot in
      let refused = try ballot.refuses(
        "ballot", "reason", "cd", "south", "none", "--because", "It is about dates.",
        on: BallotSession.closed)
      #expect(refused.contains("South gave south-1 as technical"), "\(refused)")
      #expect(refused.contains("say so: '--although-technical'"), "\(refused)")
      let out = try ballot.does(
        [
          "ballot", "reason", "cd", "south", "none", "--although-technical", "--because",
          "It is about dates.",
        ], as: .chair, on: BallotSession.closed)
      #expect(out.contains("It is about dates. (although south-1 is technical)"), "\(out)")
      let text = try ballot.sandbox.read("Proposals/ballots/cd/dispositions/south.yml")
      #expect(text.contains("reason: none, although: [south-1], because:"), "\(text)")
      let tally = try ballot.does(["ballot", "tally", "cd"], on: BallotSession.closed)
      #expect(tally.replacing(/\n */, with: " ").contains("although south-1"), "\(tally)")
      #expect(try ballot.audit() == [])
    }
  }

  @Test("The status asks what closing asks, and says how a text that was edited is put back")
  func asks() throws {
    try ended { ballot in
      try ballot.dispose()
      let path = "Proposals/0001-loinc-to-high/proposal.yml"
      let before = try ballot.sandbox.read(path)
      try ballot.sandbox.write(before.replacing("to: high", with: "to: low"), to: path)
      try ballot.session.commitAll("Tidy", as: .chair)
      #expect(try ballot.audit() == ["audit-ballot-forged"])
      let status = try ballot.does(["ballot", "status", "cd"], on: BallotSession.closed)
      #expect(
        status.contains("Proposal 0001 is neither what was voted on nor an answer to a comment."),
        "\(status)")
      #expect(!status.contains("Nothing is missing"), "\(status)")
      let refused = try ballot.refuses("ballot", "close", "cd", on: BallotSession.closed)
      #expect(refused.contains("proposal 0001 is not what was voted on"), "\(refused)")
      #expect(refused.contains("rspmaint propose --update 1 … --answers COMMENT"), "\(refused)")
      let line = try #require(
        refused.split(separator: "\n").first { $0.contains("put back") }?.split(separator: ": ")
          .last)
      try ballot.sandbox.shell(String(line))
      #expect(try ballot.sandbox.read(path) == before)
      try ballot.does(["save", "1"], on: BallotSession.closed)
      let mended = try ballot.does(["ballot", "status", "cd"], on: BallotSession.closed)
      #expect(mended.contains("Nothing is missing: 'rspmaint ballot close cd'"), "\(mended)")
      try ballot.close()
    }
  }

  @Test("The status names approvals that are missing, as closing does")
  func approvals() throws {
    try ended { ballot in
      try ballot.changes("1", "editors-1", "--rationale", "The comma is minded.")
      try ballot.dispose()
      let status = try ballot.does(["ballot", "status", "cd"], on: BallotSession.closed)
      #expect(status.contains("Proposal 0001 needs 2 approvals"), "\(status)")
      try ballot.review("1")
      let mended = try ballot.does(["ballot", "status", "cd"], on: BallotSession.closed)
      #expect(mended.contains("Nothing is missing: 'rspmaint ballot close cd'"), "\(mended)")
    }
  }

  @Test("A stray file among what came is nobody's word, and blocks none")
  func strays() throws {
    try ended { ballot in
      try ballot.dispose()
      let folder = "Proposals/ballots/cd/originals/"
      try ballot.sandbox.write("Mine.\n", to: folder + "south-1-message-1.txt")
      try ballot.sandbox.write("Fine.\n", to: "../mail.txt")
      try ballot.does(
        ["ballot", "satisfied", "cd", "south-1", "yes", "--message", "../mail.txt"],
        as: .chair, on: BallotSession.closed)
      #expect(try ballot.sandbox.read(folder + "south-1-message-2.txt") == "Fine.\n")
      #expect(try ballot.audit() == [])
      try ballot.session.commitAll("Tidy", as: .chair)
      #expect(try ballot.audit() == ["audit-ballot-forged"])
    }
  }

  @Test("Forms that came late are named when voting is extended, until they are taken")
  func late() throws {
    try BallotSession.run { ballot in
      let form = try ballot.csv(
        "votes.csv", BallotSession.votingHeadings, [ballot.row("south", "1", 0)])
      let refused = try ballot.refuses("ballot", "import", "cd", form, on: "2026-11-06")
      #expect(refused.contains("the forms are kept on this machine, and are not counted"))
      let extend = { (day: String) in
        try ballot.does(
          ["ballot", "extend", "cd", "--closes", day, "--because", "Late."], as: .chair,
          on: "2026-11-07")
      }
      let said = try extend("2026-11-20")
      #expect(said.contains("Forms that came late can count now, once they are taken:"), "\(said)")
      let line = try #require(
        said.split(separator: "\n").first { $0.contains("ballot import cd ") }?
          .trimmingCharacters(in: .whitespaces))
      try #require(line.hasPrefix("rspmaint ballot import cd ") && line.hasSuffix("-votes.csv"))
      try ballot.does(
        ["ballot", "import", "cd", String(line.dropFirst("rspmaint ballot import cd ".count))],
        as: .chair, on: "2026-11-07")
      #expect(try !extend("2026-11-21").contains("came late"))
    }
  }
}
