import Foundation
import TestSupport
import Testing

/// A committee's year, from a clean clone of the shipped portfolio to the second edition, by the binary
/// and by the programs of those who never see it.
///
/// Each chapter is a piece of `Snapshots/ballot-story`, to be read in the order of its number; the file
/// of the same name beside this one says what it proves. Wrong moves stand where they would be made.
/// Record all of it anew: `RECORD_SNAPSHOTS=1`, with `--filter BallotStoryTests`.
@Suite("The story of a ballot")
struct BallotStoryTests {
  static let ballot = "Proposals/ballots/cd2"

  @Test(
    "Goes from a clean clone to a second edition that is proved elsewhere",
    .enabled(
      if: StoryOffice.isThere, "RSPMAINT_PYTHON or LibreOffice is missing, so no form is filled in."
    ))
  func story() throws {
    let sandbox = try Sandbox(proposals: true)
    defer { sandbox.remove() }
    // The portfolio is older than everything that happens to it.
    let amended = try sandbox.start(
      "/usr/bin/git", ["commit", "-q", "--amend", "--no-edit"], .editor, input: nil,
      ["GIT_COMMITTER_DATE": Sandbox.noon("2026-01-05")])
    try #require(amended.code == 0)
    try CommandTests.story("ballot-story", on: sandbox) { session in
      let table = try StoryTable(session)
      defer { table.remove() }
      let office = StoryOffice(table: table)
      for chapter in [
        committee, propose, open, collect, resolve, recirculate, count, edition, prove,
      ] {
        try chapter(table, office)
      }
    }
  }
}
