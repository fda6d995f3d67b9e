import TestSupport
import Testing

extension BallotStoryTests {
  /// Proves that an officer cuts and publishes what was accepted, once, and that its tag stays where it is.
  func edition(_ table: StoryTable, _ office: StoryOffice) throws {
    table.day = "2026-09-01"
    let cut = ["edition", "cut", "dis2", "--stage", "DIS"]
    try table.run(.editor, cut)
    try table.run(.chair, cut + ["--dry-run"])
    try table.run(.chair, cut)
    try table.run(.chair, "sync")
    table.day = "2026-11-02"
    let publish = ["edition", "publish", "dis2", "--number", "2", "--as"]
    try table.run(.chair, publish + ["ISO 21860:2020"])
    try table.run(.chair, publish + ["ISO 21860:2026"])
    try table.run(.chair, "sync")
    try table.run(.chair, publish + ["ISO 21860:2026"])
    try table.run(.chair, "edition", "list")
    try table.run(.chair, "changelog")
    try table.run(.chair, "edition", "diff", "dis2", "ISO 21860:2026")
    try table.close("8-edition")
    let tag = "edition/iso-21860-2026"
    try table.git(.chair, "tag", "-f", "-a", "-m", "Moved", tag, "HEAD~1")
    try table.git(.chair, "push", "-q", "-f", "origin", tag)
    try table.run(.chair, "audit")
    try table.git(.chair, "tag", "-d", tag)
    try table.git(.chair, "fetch", "-q", "origin", "refs/tags/\(tag):refs/tags/\(tag)")
    try table.run(.chair, "status")
    try table.close("8-edition-wrong-moves")
  }
}
