import Forms
import Foundation
import TestSupport
import Testing

@Suite("Comments on a ballot and their answers")
struct BallotCommentsTests {
  /// A ballot whose voting has ended, with comments on a clause, on changes and on all.
  private func commented(_ work: (BallotSession) throws -> Void) throws {
    try BallotSession.run { ballot in
      let form = try ballot.csv(
        "comments.csv", BallotSession.commentHeadings,
        [
          ballot.comment("south", "Table 1, UCUM (change 2.1)", "te", "Too few tools."),
          ballot.comment("south", "", "ed", "A comma.", clause: "3.10", line: "17"),
          ballot.comment("north", "Table 1, LOINC (change 1.1)", "te", "=Why?", change: "Say it."),
          ballot.comment("north", "", "ed", "A dot.", clause: "3.9"),
          ballot.comment("editors", "", "ge", "Well done."),
        ])
      try ballot.does(["ballot", "import", "cd", form], as: .chair, on: BallotSession.voted)
      let sealed = try ballot.refuses("ballot", "comments", "cd")
      #expect(sealed.contains("are sealed until voting ends"), "\(sealed)")
      try ballot.end()
      try work(ballot)
    }
  }

  private func rows(_ ballot: BallotSession) throws -> [[String]] {
    let path = try ballot.path("all.docx")
    try ballot.does(
      ["ballot", "comments", "cd", "--format", "docx", "--output", path], on: BallotSession.closed)
    let form = try FormContent(reading: try ballot.bytes(path), file: "all.docx")
    return form.tables.filter { !$0.isInHeader }.flatMap(\.rows).map { $0.cells.map(\.text) }
  }

  @Test("Are collated in the order of the meeting, in every format")
  func collated() throws {
    try commented { ballot in
      let rows = try rows(ballot)
      #expect(rows.map { $0[0] } == ["editors-1", "north-2", "south-2", "north-1", "south-1"])
      #expect(
        rows[3] == [
          "north-1", "", "", "Table 1, LOINC (change 1.1)", "te", "=Why?", "Say it.", "",
        ])
      func shown(_ format: String) throws -> String {
        try ballot.does(["ballot", "comments", "cd", "--format", format], on: BallotSession.closed)
      }
      let text = try shown("text")
      #expect(
        text.hasPrefix(
          """
          Comments on ballot 'cd': Second draft
          =====================================

          5 comments, of which 0 have an agreed answer.

          editors-1 on all (ge)
          Well done.

          Answer: none yet.

          """), "\(text)")
      #expect(text.contains("south-2 on clause 3.10, line 17 (ed)"))
      #expect(try shown("csv").contains("north-1,,,\"Table 1, LOINC (change 1.1)\",te,'=Why?,"))
      #expect(try shown("html").contains("clause 3.9<"))
      #expect(try shown("json").contains(#""schema" : "rspmaint.ballot-comments/1""#))
      let status = try ballot.does(
        ["ballot", "status", "cd", "--format", "json"], on: BallotSession.closed)
      #expect(status.contains(#""id" : "south-2""#))
    }
  }

  @Test("Are answered from the form, whose last column the next form shows")
  func answered() throws {
    try commented { ballot in
      let answers = [
        "Noted: Thanks.", "Accepted", "accepted in principle – a semicolon.",
        "Rejected: It is said in 4.2.\nAgreed: Plenary, 2026-11-20, R 4", "See north-1",
      ]
      var filled = try rows(ballot)
      for index in filled.indices { filled[index][7] = answers[index] }
      filled[1][0] = "NORTH 002"
      let form = try ballot.document("filled.docx", BallotSession.commentHeadings, filled)
      let arguments = ["ballot", "dispose", "cd", "--from", form]
      let said = try ballot.does(arguments, as: .chair, on: BallotSession.closed)
      #expect(
        said.hasPrefix(
          """
          finding: filled.docx, table 1, row 5, column 8: the answer to south-1 begins with no answer, \
          and was not taken (begin with one of: accepted, accepted in principle, noted, rejected, \
          out of scope, deferred, withdrawn)
          4 answers taken: 1 accepted, 1 accepted in principle, 1 noted, 1 rejected.
          4 comments have no agreed answer yet: editors-1, north-2, south-1, south-2.

          """), "\(said)")
      #expect(
        try ballot.sandbox.git("log", "-1", "--format=%s") == "Answer 4 comments in ballot cd\n")
      filled[4][7] = "Same as north-1"
      let more = try ballot.document("more.docx", BallotSession.commentHeadings, filled)
      let agreed = ["--agreed", "Plenary, 2026-11-20"]
      try ballot.does(
        ["ballot", "dispose", "cd", "--from", more] + agreed, as: .chair, on: BallotSession.closed)
      #expect(
        try rows(ballot).map { $0[7] } == [
          "Noted: Thanks.\nAgreed: Plenary, 2026-11-20", "Accepted\nAgreed: Plenary, 2026-11-20",
          "Accepted in principle: a semicolon.\nAgreed: Plenary, 2026-11-20",
          "Rejected: It is said in 4.2.\nAgreed: Plenary, 2026-11-20, R 4",
          "Rejected: It is said in 4.2.\nSame as north-1\nAgreed: Plenary, 2026-11-20",
        ])
      let again = try ballot.document("again.docx", BallotSession.commentHeadings, try rows(ballot))
      #expect(
        try ballot.does(
          ["ballot", "dispose", "cd", "--from", again], as: .chair, on: BallotSession.closed)
          == "All of these answers stand already.\n")
      try ballot.close()
      #expect(try ballot.audit() == [])
    }
  }

  @Test("An answer may be that of another row, also of a later one, but of none without an answer")
  func same() throws {
    try commented { ballot in
      var filled = try rows(ballot)
      filled[0][7] = "Same as south-1"
      filled[1][7] = "Same as south-2"
      filled[4][7] = "Noted: It counts ten.\nAgreed: Plenary, 2026-11-20, R 4"
      let form = try ballot.document("filled.docx", BallotSession.commentHeadings, filled)
      let said = try ballot.does(
        ["ballot", "dispose", "cd", "--from", form], as: .chair, on: BallotSession.closed)
      #expect(
        said.hasPrefix(
          """
          finding: filled.docx, table 1, row 2, column 8: south-2 has no answer, and so north-2 gets \
          none (answer south-2)
          2 answers taken: 2 noted.
          3 comments have no agreed answer yet: north-1, north-2, south-2.

          """), "\(said)")
      #expect(
        try rows(ballot)[0][7]
          == "Noted: It counts ten.\nSame as south-1\nAgreed: Plenary, 2026-11-20, R 4")
    }
  }

  @Test("Bad answers are findings, and the rest is taken")
  func findings() throws {
    try commented { ballot in
      var filled = try rows(ballot)
      filled[0][7] = "Rejected"
      filled[1][7] = "Accepted"
      filled[1][0] = "narth-2"
      filled[2][7] = "Maybe"
      filled[3][7] = "Accepted."
      filled[4][7] = "Accepted\nAgreed: Plenary, 2026-11-24"
      let form = try ballot.csv("filled.csv", BallotSession.commentHeadings, filled)
      let said = try ballot.does(
        ["ballot", "dispose", "cd", "--from", form], as: .chair, on: BallotSession.closed)
      for words in [
        "filled.csv, row 2, column 8: 'rejected' needs a reason: the answer to editors-1",
        "filled.csv, row 3, column 1: there is no comment 'narth-2', and the answer was not taken "
          + "(did you mean 'north-2'?)",
        "filled.csv, row 4, column 8: the answer to south-2 begins with no answer",
        "filled.csv, row 6, column 8: the meeting that agreed is of 2026-11-24, and today is "
          + "2026-11-23: the answer to south-1 was not taken",
        "1 answer taken: 1 accepted.",
      ] {
        #expect(said.contains(words), "\(words) in \(said)")
      }
      for answer in [["--from", form], ["south-2", "accepted"]] {
        let ahead = try ballot.session.run(
          arguments: ["ballot", "dispose", "cd"] + answer + ["--agreed", "Plenary, 2026-11-24"],
          as: .chair, day: BallotSession.closed)
        #expect(ahead.code == 1, "\(ahead.out)")
        #expect(
          ahead.err.contains("the meeting that agreed is of 2026-11-24, and today is 2026-11-23"),
          "\(ahead.err)")
      }
    }
  }
}
