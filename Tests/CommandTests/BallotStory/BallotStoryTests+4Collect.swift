import Foundation
import TestSupport
import Testing

extension BallotStoryTests {
  private func take(_ table: StoryTable, _ arguments: String...) throws {
    try table.run(.chair, ["ballot", "import", "cd2"] + arguments + ["--keep", "$TABLE/kept"])
  }

  /// Proves that forms of other programs are taken as they come, that each odd cell is named, and that
  /// nothing of a vote is known before voting ends.
  func collect(_ table: StoryTable, _ office: StoryOffice) throws {
    for folder in ["forms", "kept"] {
      try FileManager.default.createDirectory(
        atPath: table.path(folder), withIntermediateDirectories: true)
    }
    try office.fill("replies", "package", "forms")
    let byOthers = ["france-votes", "france-substitute", "dicom"]
    try office.convert(
      byOthers.map { "forms/\($0).docx" }, to: "odt", into: "forms/odt")
    try office.convert(
      byOthers.map { "forms/odt/\($0).odt" }, to: "docx", into: "forms/saved")
    try office.convert(["forms/japan.csv"], to: StoryOffice.westernCSV, into: "forms/saved")
    let sheet = [UInt8](try table.bytes("forms/saved/japan.csv"))
    try #require(sheet.contains(0x80) && sheet.contains(UInt8(ascii: ";")), "it is Windows-1252")
    table.day = "2026-05-04"
    try table.sync(.chair)
    try take(table, "$TABLE/forms/germany-votes.docx", "$TABLE/forms/germany-comments.docx")
    // The voter and the substitute of a body differ.
    try take(
      table, "$TABLE/forms/saved/france-votes.docx", "$TABLE/forms/saved/france-substitute.docx")
    try take(table, "$TABLE/forms/saved/japan.csv")
    try take(
      table, "$TABLE/forms/Copy of voting-form (2) FINAL.docx", "$TABLE/forms/comments US v3.docx")
    try take(table, "$TABLE/forms/netherlands.csv")
    try take(table, "$TABLE/forms/odt/dicom.odt")
    try take(table, "$TABLE/forms/saved/dicom.docx", "$TABLE/forms/dicom-votes.docx")
    try table.run(.chair, "ballot", "status", "cd2")
    try table.run(.chair, "sync")
    try table.close("4-collect")
    try sealed(table)
    try answered(table)
    try late(table)
  }

  /// Who may not vote, who may not end it, and what nobody can read.
  private func sealed(_ table: StoryTable) throws {
    try take(table, "--voter", "sam-stranger", "--vote", "approve")
    try take(table, "--voter", "lea-liaison", "--vote", "approve")
    try table.run(.editor, "ballot", "import", "cd2", "--voter", "uma-states", "--vote", "approve")
    for verb in ["tally", "report", "comments"] { try table.run(.chair, "ballot", verb, "cd2") }
    // Nothing of a vote is in what is shared.
    try table.seat(.chair).shell("! git grep -q 'vote: ' HEAD -- \(Self.ballot)")
    try table.run(.chair, "ballot", "close", "cd2")
    try table.run(.chair, "ballot", "end", "cd2")
    try table.forge(.chair, Self.ballot + "/replies/nl.yml", "The reply of the Netherlands") { _ in
      """
      replies:
        - salt: 5df1c1a4b8a2f39ab7e4ed5d1de21e5a
          voter: nils-lowland
          votes:
            - {proposal: 6, vote: approve}

      """
    }
    try table.run(.chair, "validate", "--quiet")
    try table.git(.chair, "push", "-q", "origin", "main")
    try table.git(.chair, "reset", "-q", "--hard", "origin/main")
    try table.close("4-collect-wrong-moves")
  }

  /// Two bodies say what they meant; one answers too late.
  private func answered(_ table: StoryTable) throws {
    table.day = "2026-05-11"
    try take(table, "$TABLE/forms/netherlands-again.csv")
    try take(table, "--voter", "felix-france", "--vote", "5=approve")
    try table.run(.chair, "ballot", "status", "cd2")
  }

  private func late(_ table: StoryTable) throws {
    table.day = "2026-05-17"
    try take(table, "$TABLE/forms/sweden.csv")
    try table.run(.chair, "ballot", "end", "cd2")
    try take(table, "$TABLE/forms/sweden.csv")
    try table.run(.chair, "sync")
    try table.close("4-collect-the-end")
  }
}
