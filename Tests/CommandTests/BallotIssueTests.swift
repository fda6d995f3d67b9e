import Forms
import Foundation
import TestSupport
import Testing

@Suite("What is sent when voting is extended or begins anew")
struct BallotIssueTests {
  private static let again = (BallotPackageTests.names + ["difference.html"]).sorted()

  private func text(_ ballot: BallotSession, _ path: String) throws -> String {
    String(decoding: try ballot.bytes(path), as: UTF8.self)
  }

  private func extend(_ ballot: BallotSession, to day: String, on today: String) throws -> String {
    try ballot.does(
      ["ballot", "extend", "cd", "--closes", day, "--because", "More time."], as: .chair,
      on: today)
  }

  @Test("Has the new last day and why, and leaves what was sent before provable")
  func extended() throws {
    try BallotSession.run { ballot in
      let first = try ballot.package("first", on: BallotSession.opened)
      let said = try extend(ballot, to: "2026-12-01", on: BallotSession.voted)
      #expect(
        said.contains("What goes to the voters: 'rspmaint ballot package cd --output FOLDER'."))
      let second = try ballot.package("second", on: BallotSession.voted)
      let letter = try text(ballot, second + "/letter.md")
      for words in [
        "Ballot 'cd'; Date: 2026-10-10", "closes on 2026-12-01 (UTC, that day included)",
        "Voting was extended to 2026-12-01 on 2026-10-10: More time.",
      ] {
        #expect(letter.contains(words), "\(words) in \(letter)")
      }
      let form = try FormContent(
        reading: try ballot.bytes(second + "/voting-form.docx"), file: "voting-form.docx")
      #expect(
        form.tables.flatMap(\.rows).flatMap(\.cells).map(\.text).contains("Date: 2026-10-10"))
      try ballot.vote()
      try ballot.end()
      let again = try ballot.package("again", "--issue", "1", on: BallotSession.closed)
      for name in BallotPackageTests.names {
        #expect(
          try ballot.bytes(first + "/" + name) == ballot.bytes(again + "/" + name), "\(name)")
      }
      let check = try ballot.does(["ballot", "package", "cd", "--check"], on: "2027-01-01")
      #expect(
        check == """
          What is made now is what was sent in ballot 'cd' (package 1: round 1, until 2026-11-05), byte for byte: 8 files.
          What is made now is what was sent in ballot 'cd' (package 2: round 1, until 2026-12-01), byte for byte: 8 files.

          """)
      let third = try ballot.refuses(
        "ballot", "package", "cd", "--issue", "3", "--output", "../none", code: 66)
      #expect(third.contains("no package 3 was sent in ballot 'cd'"), "\(third)")
      #expect(third.contains("1 (round 1, until 2026-11-05), 2 (round 1, until 2026-12-01)"))
      #expect(try ballot.audit() == [])
      #expect(try ballot.sandbox.rspmaint(["validate"]).code == 0)
    }
  }

  @Test("Asks in a later round about what was changed, with what stands against it")
  func recirculated() throws {
    try RecirculationTests.changed { ballot in
      try ballot.recirculate()
      let folder = try ballot.package("again", on: "2026-11-09")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == Self.again)
      let letter = try text(ballot, folder + "/letter.md")
      for words in [
        "Ballot 'cd'; Date: 2026-11-08", "this is round 2", "keeps its vote",
        "Voting is open from 2026-11-08 and closes on 2026-11-20",
        "| Table 1, UCUM | tooling: high → low |",
        "| South | 0002 | south-1 (te): Too few tools. | Accepted: Said. Agreed: Plenary, 2026-11-07 |",
        "| 2.1 | Table 1, UCUM | tooling: moderate → low |", "difference.html",
      ] {
        #expect(letter.contains(words), "\(words) in \(letter)")
      }
      #expect(!letter.contains("LOINC"), "\(letter)")
      let votes = try text(ballot, folder + "/voting-form.csv")
      #expect(votes.hasSuffix("\r\n,0002,UCUM to high,,,,,\r\n"), "\(votes)")
      #expect(!votes.contains("0001"))
      let comments = try text(ballot, folder + "/comment-form.csv")
      #expect(comments.hasSuffix("\r\n,,,\"Table 1, UCUM (change 2.1)\",,,,\r\n"), "\(comments)")
      #expect(try text(ballot, folder + "/difference.html").contains("UCUM"))
      _ = try extend(ballot, to: "2026-11-25", on: "2026-11-10")
      let more = try ballot.package("more", on: "2026-11-10")
      #expect(
        try text(ballot, more + "/letter.md").contains("Voting was extended to 2026-11-25"))
      try ballot.does(
        ["ballot", "end", "cd", "--because", "All said so."], as: .chair, on: "2026-11-21")
      try ballot.close()
      let check = try ballot.does(["ballot", "package", "cd", "--check"], on: "2027-01-01")
      for place in [
        "(package 1: round 1, until 2026-11-05), byte for byte: 8 files.",
        "(package 2: round 2, until 2026-11-20), byte for byte: 9 files.",
        "(package 3: round 2, until 2026-11-25), byte for byte: 9 files.",
      ] {
        #expect(check.contains(place), "\(check)")
      }
      #expect(try ballot.audit() == [])
      #expect(try ballot.sandbox.rspmaint(["validate"]).code == 0)
    }
  }

  @Test("Takes the forms of a later round, whose changes have names of their own")
  func taken() throws {
    try RecirculationTests.changed { ballot in
      try ballot.recirculate()
      let votes = try ballot.csv(
        "votes.csv", BallotSession.votingHeadings,
        [ballot.row("south", "0001", 0), ballot.row("south", "0002", 0)])
      let comments = try ballot.csv(
        "comments.csv", BallotSession.commentHeadings,
        [ballot.comment("south", "Table 1, UCUM (change 2.1)", "ed", "Thanks.")])
      let said = try ballot.does(
        ["ballot", "import", "cd", votes, comments], as: .chair, on: "2026-11-10")
      #expect(
        said.contains("votes.csv, row 2: round 2 does not ask about 0001: the vote was not taken"),
        "\(said)")
      #expect(said.contains("South has answered in round 2."), "\(said)")
      #expect(said.contains("1 vote, 1 comment."), "\(said)")
      try ballot.endSecond()
      let status = try ballot.does(["ballot", "status", "cd"], on: "2026-11-21")
      #expect(
        status.replacing(/\n */, with: " ").contains(
          "Voting has ended; in round 1 4 bodies answered with 2 comments; in round 2 1 body answered "
            + "with 1 comment."), "\(status)")
    }
  }

  @Test("Names a standard in the letter by its name where only its id changes")
  func renamed() throws {
    try BallotSession.run(opens: false) { ballot in
      try ballot.does(
        ["rename", "UCUM", "unit-codes"] + Transcript.words + ["--open"],
        on: BallotSession.written)
      for actor in [Sandbox.Actor.reviewer, .second] {
        try ballot.does(["review", "3", "--approve"], as: actor, on: BallotSession.written)
      }
      try ballot.does(
        [
          "ballot", "open", "cd", "--proposals", "3", "--title", "Names", "--closes",
          BallotSession.closes,
        ], as: .chair, on: BallotSession.opened)
      let folder = try ballot.package("out", on: BallotSession.voted)
      let letter = try text(ballot, folder + "/letter.md")
      #expect(letter.contains("UCUM | id: ucum → unit-codes; the name stays |"), "\(letter)")
    }
  }
}
