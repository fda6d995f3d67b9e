import Foundation
import TestSupport
import Testing

extension BallotStoryTests {
  private func opening(closes day: String) -> [String] {
    [
      "ballot", "open", "cd2", "--proposals", "4..12", "--title", "ISO/CD 21860, second edition",
      "--document", "N 1234", "--project", "ISO/CD 21860", "--closes", day,
    ]
  }

  /// Proves what a ballot refuses to begin with, what it freezes, that anyone makes its package again,
  /// and that text, rule and edition wait for it.
  func open(_ table: StoryTable, _ office: StoryOffice) throws {
    table.day = "2026-04-02"
    try table.run(.editor, opening(closes: "2026-05-15"))
    try table.run(.chair, opening(closes: "2026-04-20"))
    try table.does(.second, "review", "4", "--approve", "--comment", "More figures came in.")
    try table.sync(.second, .chair)
    try table.run(.chair, opening(closes: "2026-05-15") + ["--dry-run"])
    try table.run(.chair, opening(closes: "2026-05-15"))
    try table.run(.chair, "ballot", "package", "cd2", "--output", "$TABLE/package")
    try table.run(.chair, "sync")
    try table.sync(.editor)
    try table.run(.editor, "ballot", "package", "cd2", "--check")
    try table.run(.editor, "ballot", "list")
    try table.close("3-open")
    try frozen(table)
    try rule(table)
    try table.run(.chair, "edition", "cut", "early", "--stage", "CD", "--carry", "all")
    try table.close("3-open-wrong-moves")
  }

  /// What is voted on does not change, by a verb or by hand.
  private func frozen(_ table: StoryTable) throws {
    try table.run(.editor, "propose", "--update", "4", "--rationale", "Better said.")
    try table.run(.editor, "commit", "4")
    let path = "Proposals/0004-prefer-dicom-ups/proposal.yml"
    let clone = try table.seat(.editor)
    try clone.edit(path, "The reasons are", "All reasons are")
    try table.run(.editor, "save")
    try table.git(.editor, "checkout", "-q", "--", path)
  }

  /// Who changes the rule changes it for the next ballot.
  private func rule(_ table: StoryTable) throws {
    try table.forge(.chair, BallotStoryTests.ballot + "/ballot.yml", "A smaller majority") {
      $0.replacing("at-least: 2/3", with: "at-least: 1/3")
    }
    try table.run(.chair, "sync")
    try table.run(.chair, "audit", "--since", "origin/main")
    try table.git(.chair, "reset", "-q", "--hard", "origin/main")
    let clone = try table.seat(.editor)
    try clone.edit("Portfolio/criteria.yml", "at-least: 2/3", "at-least: 1/3")
    try table.run(
      .editor,
      ["propose", "--from-worktree", "--title", "A smaller majority"] + Transcript.words
        + ["--open"])
    try table.sync(.editor)
    for person in [Sandbox.Actor.reviewer, .second] {
      try table.sync(person)
      try table.does(person, "review", "13", "--approve")
      try table.sync(person)
    }
    try table.sync(.editor)
    try table.run(.editor, "commit", "13")
    try table.run(.editor, "sync")
  }
}
