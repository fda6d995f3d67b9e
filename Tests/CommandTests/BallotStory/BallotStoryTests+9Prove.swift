import Foundation
import TestSupport
import Testing

extension BallotStoryTests {
  /// Proves the edition from one file, in a place that has seen nothing of all this, and in another clone.
  func prove(_ table: StoryTable, _ office: StoryOffice) throws {
    let bundle = ["edition", "bundle", "ISO 21860:2026", "--output"]
    try table.run(.chair, bundle + ["$TABLE/edition.zip"])
    try table.run(.chair, bundle + ["$TABLE/edition.zip"])
    try table.sync(.second)
    try table.run(.second, bundle + ["$TABLE/again.zip"])
    let bytes = try table.bytes("edition.zip")
    #expect(try table.bytes("again.zip") == bytes)
    let verify = ["edition", "verify", "--repo", "/"]
    try table.run(.stranger, verify + ["$TABLE/edition.zip"])
    try table.close("9-prove")
    var changed = bytes
    changed[bytes.count / 2] ^= 1
    try table.write(changed, to: "changed.zip")
    try table.run(.stranger, verify + ["$TABLE/changed.zip"])
    try table.run(
      .stranger, verify + ["$TABLE/edition.zip", "--expect", "SHA256:another-key"])
    try table.write(bytes.dropLast(), to: "short.zip")
    try table.run(.stranger, verify + ["$TABLE/short.zip"])
    try table.close("9-prove-wrong-moves")
  }
}
