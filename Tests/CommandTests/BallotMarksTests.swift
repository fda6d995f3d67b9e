import TestSupport
import Testing

@Suite("Marks in the voting form")
struct BallotMarksTests {
  /// A row whose first answer, an approval, holds a text.
  private func row(_ proposal: String, _ text: String, _ other: String = "") -> [String] {
    ["north", proposal, "Title", text, "", "", other, ""]
  }

  private static let others = ["nein", "no", "n/a", "perhaps", "-", "0", "=x", "yes, but"]

  @Test("Other words are findings with the place of the cell, and neither votes nor comments")
  func others() throws {
    try BallotSession.run { ballot in
      let bad = BallotMarksTests.others.map { row("1", $0) }
      let found = BallotMarksTests.others.enumerated().map { index, word in
        "votes.csv, row \(index + 2), column 4: '\(word)' is no mark, and was not taken"
      }
      let alone = try ballot.csv("votes.csv", BallotSession.votingHeadings, bad)
      let refused = try ballot.refuses("ballot", "import", "cd", alone, code: 65)
      #expect(refused.contains("nothing was taken"), "\(refused)")
      for words in found { #expect(refused.contains(words), "\(words) in \(refused)") }
      let form = try ballot.csv(
        "votes.csv", BallotSession.votingHeadings, bad + [row("2", "X", "-")])
      let said = try ballot.does(
        ["ballot", "import", "cd", form], as: .chair, on: BallotSession.voted)
      for words in found + ["votes.csv, row 10, column 7: '-' is no mark"] {
        #expect(said.contains("finding: " + words), "\(words) in \(said)")
      }
      #expect(said.contains("1 vote, 0 comments."), "\(said)")
    }
  }

  @Test("Are taken as people write them; an empty box is no answer")
  func marks() throws {
    try BallotSession.run { ballot in
      let marks = ["x", "X", "✓", "✔", "☒", "yes", "Ja", "oui", "1", "TRUE"]
      let form = try ballot.csv(
        "votes.csv", BallotSession.votingHeadings, marks.map { row("1", $0, "☐") })
      let said = try ballot.does(
        ["ballot", "import", "cd", form], as: .chair, on: BallotSession.voted)
      #expect(said.contains("1 vote, 0 comments.") && !said.contains("finding:"), "\(said)")
    }
  }
}
