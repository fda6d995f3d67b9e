import TestSupport
import Testing

extension BallotStoryTests {
  /// Proves that the frozen rule counts, that what was approved is accepted in one go, and that nothing
  /// of it changes any more.
  func count(_ table: StoryTable, _ office: StoryOffice) throws {
    try table.run(.chair, "ballot", "tally", "cd2")
    try table.run(.editor, "ballot", "close", "cd2")
    try table.run(.chair, "ballot", "close", "cd2", "--dry-run")
    try table.run(.chair, "ballot", "close", "cd2")
    try table.run(.chair, "sync")
    try table.close("7-count")
    try table.run(.chair, "ballot", "close", "cd2")
    try table.run(
      .chair, "ballot", "dispose", "cd2", "us-2", "noted", "--because", "On second thoughts.",
      "--agreed", "Plenary, 2026-06-09", "--reopened", "Nobody will remember.")
    try table.sync(.editor)
    try table.run(.editor, "commit", "10")
    try table.forge(.chair, Self.ballot + "/result.yml", "Count again") {
      $0.replacing("verdict: meeting", with: "verdict: approved")
    }
    try table.git(.chair, "push", "-q", "origin", "main")
    try table.git(.chair, "reset", "-q", "--hard", "origin/main")
    try table.close("7-count-wrong-moves")
    try table.run(.chair, "ballot", "show", "cd2")
    try table.run(.editor, "withdraw", "10", "--because", "Two of the three are prototypes.")
    try table.run(.editor, "sync")
    try table.sync(.chair)
    let root = try table.seat(.chair).git("rev-list", "--max-parents=0", "HEAD").dropLast()
    try table.run(.chair, "audit", "--since", String(root))
    try session(table).expectSound()
    try table.close("7-count-the-story")
  }

  private func session(_ table: StoryTable) throws -> Transcript {
    try table.seat(.chair)
    return table.session
  }
}
