import TestSupport
import Testing

extension BallotStoryTests {
  private static let meeting = "Plenary, 2026-06-09"

  /// Proves that a meeting's answers are taken from the form in which the secretary wrote them, that
  /// none is taken back in silence, and that a text changes only in answer to a comment.
  func resolve(_ table: StoryTable, _ office: StoryOffice) throws {
    table.day = "2026-06-10"
    try table.run(.chair, "ballot", "status", "cd2")
    try table.run(.chair, "ballot", "tally", "cd2")
    try table.run(.chair, "ballot", "report", "cd2")
    try table.run(.chair, "ballot", "close", "cd2")
    try table.run(
      .chair, "ballot", "comments", "cd2", "--format", "docx", "--output", "$TABLE/comments.docx")
    try office.fill("answers", "comments.docx", "answered.docx")
    try office.convert(["answered.docx"], to: "odt", into: "meeting")
    try office.convert(["meeting/answered.odt"], to: "docx", into: "meeting")
    let answers = ["ballot", "dispose", "cd2", "--from", "$TABLE/meeting/answered.docx"]
    try table.run(.editor, answers)
    try table.run(.chair, answers + ["--agreed", "Plenary, 2026-06-11"])
    try table.run(.chair, answers + ["--agreed", BallotStoryTests.meeting])
    try table.run(
      .chair, "ballot", "dispose", "cd2", "us-2", "deferred", "--because", "To a later edition.")
    try table.run(
      .chair, "ballot", "dispose", "cd2", "us-2", "deferred", "--because", "To the third edition.",
      "--agreed", BallotStoryTests.meeting + ", Resolution 6")
    try table.run(
      .chair, "ballot", "reason", "cd2", "nl", "none", "--because",
      "No reason was given, and none came when it was asked for.")
    try table.run(.chair, "sync")
    try table.run(.chair, "ballot", "comments", "cd2")
    try table.close("5-resolve")
    try taken(table)
    try changed(table)
  }

  /// An answer that was agreed is no longer changed by the way, nor by git.
  private func taken(_ table: StoryTable) throws {
    try table.run(
      .chair, "ballot", "dispose", "cd2", "de-1", "accepted", "--agreed", BallotStoryTests.meeting)
    let path = Self.ballot + "/dispositions"
    let older = try table.seat(.chair).git("log", "-2", "--format=%H", "--", path + "/us.yml")
      .split(separator: "\n")
    try table.git(.chair, "checkout", "-q", String(older[1]), "--", path + "/us.yml")
    try table.git(.chair, "commit", "-q", "-m", "What was proposed before")
    try table.run(.chair, "guard", "--check", "main")
    try table.run(.chair, "audit", "--since", "origin/main")
    try table.git(.chair, "push", "-q", "origin", "main")
    try table.git(.chair, "reset", "-q", "--hard", "origin/main")
    try table.close("5-resolve-wrong-moves")
  }

  private func changed(_ table: StoryTable) throws {
    try table.sync(.editor)
    let change = ["propose", "--update", "4", "--set", "dicom-ups:site-deployment=low"]
    try table.run(.editor, change)
    try table.run(.editor, change + ["--answers", "us-1"])
    try table.run(
      .editor, "propose", "--update", "9", "--set",
      "ucum:scope=Codes for units of measure that accompany numeric quantities.", "--answers",
      "de-2")
    try table.run(
      .editor, "propose", "--update", "7", "--set",
      "dicom-example:formal-name=DICOM Example, supplement 1000", "--answers", "dicom-1")
    try table.sync(.editor, .chair)
    try table.run(.chair, "ballot", "status", "cd2")
    try table.run(.chair, "ballot", "close", "cd2")
    try table.close("5-resolve-changes")
  }
}
