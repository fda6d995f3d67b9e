import TestSupport
import Testing

extension BallotStoryTests {
  /// Proves that what was changed beyond words is reviewed and voted on again, and that alone.
  func recirculate(_ table: StoryTable, _ office: StoryOffice) throws {
    let round = ["ballot", "recirculate", "cd2", "--closes", "2026-07-10"]
    try table.run(.chair, round)
    for person in [Sandbox.Actor.reviewer, .second] {
      try table.sync(person)
      for number in ["4", "7", "9"] { try table.does(person, "review", number, "--approve") }
      try table.sync(person)
    }
    try table.sync(.chair)
    try table.run(.chair, "diff", "--ballot", "cd2")
    try table.run(.chair, "ballot", "close", "cd2")
    try table.run(.chair, round)
    try table.run(.chair, "sync")
    try table.close("6-recirculate")
    table.day = "2026-06-20"
    let take = ["ballot", "import", "cd2", "--keep", "$TABLE/kept"]
    try table.run(.chair, take + ["--voter", "uma-states", "--vote", "10=disapprove"])
    try office.fill("round", "package", "forms")
    try table.run(.chair, take + ["$TABLE/forms/us-round-2.docx"])
    try table.run(.chair, "ballot", "status", "cd2")
    try table.run(.chair, "ballot", "tally", "cd2")
    try table.run(.chair, "ballot", "end", "cd2")
    table.day = "2026-07-11"
    try table.run(.chair, "ballot", "end", "cd2")
    try table.run(.chair, "sync")
    try table.close("6-recirculate-vote")
  }
}
