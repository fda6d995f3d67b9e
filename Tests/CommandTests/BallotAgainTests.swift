import Foundation
import TestSupport
import Testing

@Suite("Proposals that are put to vote again, or are not")
struct BallotAgainTests {
  @Test("Says that a text was voted on before, and which of a range are closed")
  func says() throws {
    try BallotSession.run { ballot in
      try ballot.votes("cleo-chair", "approve")
      try ballot.votes("ada-editor", "1=approve,2=disapprove", "--comment", "2:te=No.")
      try ballot.votes("rune-reviewer", "1=approve,2=disapprove", "--comment", "2:te=No.")
      try ballot.votes("siri-second", "approve")
      try ballot.end()
      for comment in ["editors-1", "north-1"] {
        try ballot.does(
          [
            "ballot", "dispose", "cd", comment, "noted", "--because", "Said.", "--agreed",
            "Plenary, 2026-11-20",
          ], as: .chair, on: BallotSession.closed)
      }
      try ballot.close()
      let said = try ballot.does(
        [
          "ballot", "open", "dis", "--proposals", "1..204", "--title", "T", "--closes",
          "2027-01-31",
        ], as: .chair, on: BallotSession.closed)
      #expect(
        said.contains(
          "Proposal 0002 is put to vote again with the text on which ballot 'cd' decided: "),
        "\(said)")
      #expect(said.contains("Left out, because they are closed: 0001 (accepted)."), "\(said)")
      #expect(try ballot.audit() == [])
    }
  }

  @Test("Names the earliest last day where there are too few")
  func days() throws {
    try BallotSession.run(opens: false) { ballot in
      let refused = try ballot.refuses(
        "ballot", "open", "cd", "--proposals", "1", "--title", "T", "--closes", "2026-10-02",
        on: BallotSession.opened)
      #expect(refused.contains("1 day is too few: the rule asks for at least 28 days"))
      #expect(refused.contains("give 2026-10-29 or a later day: '--closes DATE'"), "\(refused)")
    }
  }

  @Test("A proposal that is not written is no proposal to be updated")
  func opens() throws {
    try BallotSession.run { ballot in
      let refused = try ballot.refuses(
        "propose", "ucum", "--set", "tooling=low", "--title", "T", "--open", as: .editor)
      #expect(refused.contains("so nothing was written"), "\(refused)")
      #expect(refused.contains("mend this call"), "\(refused)")
      #expect(!refused.contains("--update"), "\(refused)")
    }
  }

  @Test("A stale proposal is refreshed in answer to a comment")
  func refreshes() throws {
    try BallotSession.run { ballot in
      try ballot.vote()
      try ballot.end()
      let silent = try ballot.refuses("refresh", "2", as: .editor, on: BallotSession.closed)
      #expect(silent.contains("changes only in answer to one"), "\(silent)")
      let said = try ballot.does(
        ["refresh", "2", "--answers", "south-1"], on: BallotSession.closed)
      #expect(said == "Proposal 0002 is up to date.\n")
    }
  }
}
