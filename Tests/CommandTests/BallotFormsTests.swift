import Forms
import Foundation
import TestSupport
import Testing

@Suite("Forms that come back to a ballot")
struct BallotFormsTests {
  private static let folder = "Proposals/ballots/cd"
  private static let reply = """
    replies:
      - salt: SALT
        voter: rune-reviewer
        votes:
          - {proposal: 1, vote: approve}
          - {proposal: 2, vote: disapprove}
        comments:
          - proposal: 2
            about: Table 1, UCUM (change 2.1)
            type: te
            text: |
              Count the tools.
              All of them.
            change: |
              Moderate.
          - proposal: 2
            type: te
            text: |
              Too few tools.

    """

  private func takes(_ ballot: BallotSession, _ arguments: String...) throws -> String {
    try ballot.does(["ballot", "import", "cd"] + arguments, as: .chair, on: BallotSession.voted)
  }

  @Test("Takes several forms of several bodies by one commit, and the same ones once")
  func several() throws {
    try BallotSession.run { ballot in
      let votes = try ballot.csv(
        "votes.csv", BallotSession.votingHeadings,
        [
          ballot.row("Editors", "0001", 0), ballot.row("Editors", "0002", 1, "Mind the comma."),
          ballot.row("NORTH", "1", 0), ballot.row("NORTH", "2", 2, "Too few tools."),
        ])
      let comments = try ballot.document(
        "comments.docx", BallotSession.commentHeadings,
        [
          ballot.comment("", "Table 1, LOINC (change 1.1)", "", ""),
          ballot.comment(
            "north", "Table 1, UCUM (change 2.1)", "te", "Count the tools.\nAll of them.",
            change: "Moderate."),
          ballot.comment("south", "", "ed", "A comma.", clause: "3.1", line: "17"),
        ])
      let said = try takes(ballot, votes, comments)
      #expect(
        said.hasPrefix(
          """
          Editors has answered. The reply is sealed until voting ends.
          2 votes, 1 comment.
          North has answered. The reply is sealed until voting ends.
          2 votes, 2 comments.
          South has answered. The reply is sealed until voting ends.
          0 votes, 1 comment.

          """), "\(said)")
      #expect(
        try ballot.sandbox.git("log", "-1", "--format=%s", "--name-only")
          == "Take replies of editors, north and south to ballot cd\n\n"
          + ["editors", "north", "south"].map { "\(Self.folder)/receipts/\($0).yml\n" }.joined())
      let head = try ballot.sandbox.git("rev-parse", "HEAD")
      #expect(try takes(ballot, votes, comments).contains("North has answered just that already."))
      #expect(try ballot.sandbox.git("rev-parse", "HEAD") == head)
      try ballot.end()
      let reply = try ballot.sandbox.read(Self.folder + "/replies/north.yml")
      #expect(reply.replacing(/salt: .*/, with: "salt: SALT") == Self.reply)
      #expect(try ballot.audit() == [])
      #expect(try ballot.sandbox.rspmaint(["validate"]).code == 0)
    }
  }

  @Test("Names each bad cell by file, row and column, and takes the rest")
  func findings() throws {
    try BallotSession.run { ballot in
      let votes = try ballot.document(
        "votes.docx", BallotSession.votingHeadings,
        [
          ballot.row("", "0001", 2), ballot.row("", "0009", 0),
          ["", "2", "Title", "x", "", "", "x", ""],
        ])
      let comments = try ballot.document(
        "comments.docx", BallotSession.commentHeadings,
        [
          ballot.comment("", "Table 1, UCUM (change 2.7)", "tx", "One."),
          ballot.comment("", "Table 1, LOINC (change 1.1)", "ed", ""),
          ballot.comment("", "Table 1, LOINC (change 1.1)", "ed", "", change: "A comma."),
        ])
      let said = try takes(ballot, votes, comments, "--voter", "siri-second")
      let found = said.split(separator: "\n").filter { $0.hasPrefix("finding: ") }
      let wanted = """
        finding: votes.docx, table 1, row 2, column 2: '0009' is no proposal of this ballot, and the \
        row was not taken (its proposals are: 0001, 0002)
        finding: votes.docx, table 1, row 3, column 7: 2 answers are marked, and none was taken: \
        approve, abstain (mark one)
        finding: comments.docx, table 1, row 1, column 4: 'Table 1, UCUM (change 2.7)' names no \
        change of this ballot: the comment was taken as one on that place (did you mean 'Table 1, \
        UCUM (change 2.1)'?)
        finding: comments.docx, table 1, row 1, column 5: 'tx' is not a type of comment, and was \
        taken for a general one (write ge, te or ed)
        finding: comments.docx, table 1, row 2, column 6: the comment is empty, and the row was not \
        taken (say why)
        finding: comments.docx, table 1, row 3, column 6: the comment is empty: the proposed change \
        was taken for it (say why)
        """
      #expect(found.joined(separator: "\n") == wanted, "\(said)")
      #expect(said.contains("1 vote, 2 comments."))
    }
  }

  @Test("Finds what forms may not say: no reason, two votes, another body, none")
  func rules() throws {
    try BallotSession.run { ballot in
      let votes = try ballot.csv(
        "votes.csv", BallotSession.votingHeadings,
        [
          ballot.row("editors", "1", 2), ballot.row("editors", "2", 0),
          ballot.row("editors", "2", 3), ballot.row("narth", "1", 0), ballot.row("", "1", 0),
          ballot.row("north", "1", 0),
        ])
      let said = try takes(ballot, votes)
      for words in [
        "votes.csv, row 5, column 1: 'narth' is no body of this ballot (did you mean 'north'?)",
        "votes.csv, row 6, column 1: the row names no body, and was not taken",
        "votes.csv, row 4: Editors votes otherwise on 0002 in row 3: neither vote was taken",
        "votes.csv, row 2: Editors disapproves 0001 without a reason",
      ] {
        #expect(said.contains(words), "\(words) in \(said)")
      }
      #expect(said.contains("Editors has answered") && said.contains("North has answered"))
      let other = try takes(ballot, votes, "--voter", "siri-second")
      #expect(other.contains("'editors' is not South, for which the member answers"), "\(other)")
    }
  }

  @Test("Names the file and the row of the other vote, and what was said besides the forms")
  func elsewhere() throws {
    try BallotSession.run { ballot in
      func form(_ name: String, _ vote: Int) throws -> String {
        try ballot.csv(
          name, BallotSession.votingHeadings,
          [ballot.row("north", "1", vote), ballot.row("north", "2", 0)])
      }
      let (first, second) = (try form("first.csv", 0), try form("second.csv", 3))
      let document = try ballot.document(
        "third.docx", BallotSession.votingHeadings,
        [ballot.row("south", "2", 0), ballot.row("south", "2", 3), ballot.row("south", "1", 0)])
      let said = try takes(ballot, first, second, document)
      for words in [
        "finding: second.csv, row 2: North votes otherwise on 0001 in first.csv, row 2: neither vote "
          + "was taken (ask the body which one stands)\n",
        "finding: third.docx, table 1, row 2: South votes otherwise on 0002 in row 1: neither vote was "
          + "taken",
      ] {
        #expect(said.contains(words), "\(words) in \(said)")
      }
      let typed = try takes(ballot, first, "--voter", "rune-reviewer", "--vote", "1=abstain")
      #expect(
        typed.contains("North votes otherwise on 0001 in what was said besides the forms"),
        "\(typed)")
    }
  }

  @Test("Refuses a form with other columns and says which it expects; others are taken")
  func columns() throws {
    try BallotSession.run { ballot in
      let odd = try ballot.csv("odd.csv", ["Name", "Opinion"], [["north", "good"]])
      let said = try ballot.refuses("ballot", "import", "cd", odd, code: 65)
      #expect(
        said.contains("odd.csv: no row has the headings 'Paragraph/ Figure/ Table/ (e.g. Table 1)'")
      )
      #expect(said.contains("the nearest row reads 'Name', 'Opinion'"), "\(said)")
      let votes = try ballot.csv(
        "votes.csv", BallotSession.votingHeadings, [ballot.row("north", "1", 0)])
      let both = try takes(ballot, odd, votes)
      #expect(both.contains("finding: odd.csv: no row has the headings"))
      #expect(both.contains("North has answered"))
    }
  }

  @Test("Keeps forms as they came, and counts none that comes late")
  func originals() throws {
    try BallotSession.run { ballot in
      let votes = try ballot.csv(
        "votes.csv", BallotSession.votingHeadings, [ballot.row("north", "1", 0)])
      let kept = try ballot.path("kept")
      try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: true)
      _ = try takes(ballot, votes, "--keep", kept)
      let sealed = ballot.sandbox.root + "/.git/rspmaint/ballots/cd/originals"
      let names = try FileManager.default.contentsOfDirectory(atPath: sealed)
      #expect(names.count == 1 && names[0].hasSuffix("-votes.csv"))
      #expect(try ballot.bytes(sealed + "/" + names[0]) == ballot.bytes(votes))
      #expect(try FileManager.default.contentsOfDirectory(atPath: kept).count == 2)
      let late = try ballot.csv(
        "late.csv", BallotSession.votingHeadings, [ballot.row("south", "1", 0)])
      let said = try ballot.refuses("ballot", "import", "cd", late, on: "2026-11-06")
      #expect(said.contains("voting in ballot 'cd' closed on 2026-11-05"), "\(said)")
      #expect(said.contains("the forms are kept on this machine, and are not counted"))
      let folder = ballot.sandbox.root + "/.git/rspmaint/ballots/cd/late"
      let other = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(other.count == 1 && other[0].hasSuffix("-late.csv"), "\(other)")
    }
  }

  @Test("Takes what a member says besides the form, and one vote on all")
  func typed() throws {
    try BallotSession.run(opens: false) { ballot in
      try ballot.open("--vote-on", "package")
      let comments = try ballot.csv(
        "comments.csv", BallotSession.commentHeadings,
        [ballot.comment("", "Table 1, UCUM (change 2.1)", "te", "Count the tools.")])
      let said = try takes(
        ballot, comments, "--voter", "rune-reviewer", "--vote", "approve-with-comments")
      #expect(said.contains("1 vote, 1 comment."), "\(said)")
      let votes = try ballot.csv(
        "votes.csv", BallotSession.votingHeadings,
        [ballot.row("south", "all", 3), ballot.row("editors", "1", 0)])
      let more = try takes(ballot, votes)
      #expect(
        more.contains(
          "'1': one vote is asked for on all proposals together; the row was not taken"))
      try ballot.end()
      let replies = try ["north", "south"].map {
        try ballot.sandbox.read(Self.folder + "/replies/\($0).yml")
      }
      #expect(replies[0].contains("votes:\n      - {vote: approve-with-comments}\n"))
      #expect(replies[1].contains("votes:\n      - {vote: abstain}\n"), "\(replies[1])")
    }
  }

  @Test("A later form of one kind leaves what came on the other")
  func later() throws {
    try BallotSession.run { ballot in
      let votes = try ballot.csv(
        "votes.csv", BallotSession.votingHeadings,
        [ballot.row("north", "1", 2, "Too few tools."), ballot.row("north", "2", 0)])
      let comments = try ballot.csv(
        "comments.csv", BallotSession.commentHeadings,
        [ballot.comment("north", "Table 1, UCUM (change 2.1)", "ge", "Fine.")])
      _ = try takes(ballot, votes)
      let said = try takes(ballot, comments)
      #expect(said.contains("North has answered anew; the reply before is not counted."))
      #expect(said.contains("2 votes, 2 comments."))
      let other = try ballot.csv(
        "other.csv", BallotSession.votingHeadings, [ballot.row("north", "2", 3)])
      #expect(
        try takes(ballot, other).contains(
          "finding: North has answered otherwise before on 0002: approve; what came now stands in "
            + "its place\n"))
    }
  }
}
