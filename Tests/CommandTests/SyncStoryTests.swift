import Foundation
import TestSupport
import Testing

@Suite("Sync between clones")
struct SyncStoryTests {
  @Test("Gives two proposals of one number that were reviewed and accepted a number each")
  func twoOfOneNumber() throws {
    let clones = try Clones()
    defer { clones.remove() }
    try clones.propose(0, "loinc", "LOINC to high")
    try clones.run(0, "review", "1", "--approve", as: .reviewer)
    try clones.run(0, "commit", "1")
    try clones.propose(1, "udi", "UDI to high", as: .second)
    try clones.run(1, "review", "1", "--approve", as: .stranger)
    try clones.run(1, "commit", "1", as: .second)
    #expect(try clones.sync(0).out == "Shared 3 saved changes on origin/main.\n")
    let second = try clones.sync(1, as: .second)
    #expect(
      second.out.contains(
        "Proposal 0001 is now 0002-udi-to-high, as its number was taken.\n"), "\(second.out)")
    #expect(second.out.contains("Proposal 0002 was accepted again, on what others shared.\n"))
    #expect(!second.out.contains("lapse"))
    #expect(try clones.sync(0).out.hasPrefix("Brought in "))
    for index in 0...1 {
      #expect(try clones.folders(index) == ["0001-loinc-to-high", "0002-udi-to-high"])
      #expect(
        try clones[index].read("Proposals/0002-udi-to-high/state.yml").contains("status: accepted"))
    }
    try clones.expectTogether()
    let again = try clones.sync(1, as: .second)
    #expect(again.out == "There is nothing to share: main is as origin/main.\n")
  }

  @Test("Lets editors review each other's proposals by syncing alone")
  func eachOther() throws {
    let clones = try Clones()
    defer { clones.remove() }
    try clones.propose(0, "loinc", "LOINC to high")
    try clones.propose(1, "udi", "UDI to high", as: .reviewer)
    _ = try clones.sync(0)
    _ = try clones.sync(1, as: .reviewer)
    #expect(try clones[1].git("log", "-1", "--format=%s") == "Propose 0002: UDI to high\n")
    _ = try clones.sync(0)
    try clones.run(0, "review", "2", "--approve")
    try clones.run(1, "review", "1", "--approve", as: .reviewer)
    _ = try clones.sync(0)
    _ = try clones.sync(1, as: .reviewer)
    _ = try clones.sync(0)
    // Both accept, each their own, without knowing of the other.
    try clones.run(0, "commit", "1")
    try clones.run(1, "commit", "2", as: .reviewer)
    _ = try clones.sync(0)
    let outcome = try clones.sync(1, as: .reviewer)
    #expect(outcome.out.contains("Proposal 0002 was accepted again"), "\(outcome.out)")
    _ = try clones.sync(0)
    try clones.expectTogether()
  }

  @Test("Gives two proposals of one number and one title a number each")
  func oneTitle() throws {
    let clones = try Clones()
    defer { clones.remove() }
    try clones.propose(0, "loinc", "To high")
    try clones.propose(1, "udi", "To high", as: .reviewer)
    try clones.run(1, "review", "1", "--approve", as: .second)
    _ = try clones.sync(0)
    _ = try clones.sync(1, as: .reviewer)
    _ = try clones.sync(0)
    #expect(try clones.folders(0) == ["0001-to-high", "0002-to-high"])
    #expect(try clones[0].read("Proposals/0001-to-high/proposal.yml").contains("standard: loinc"))
    #expect(try clones[0].read("Proposals/0002-to-high/proposal.yml").contains("standard: udi"))
    try clones.run(0, "commit", "2")
    _ = try clones.sync(0)
    _ = try clones.sync(1, as: .reviewer)
    try clones.expectTogether()
  }

  @Test("Rewrites what comes after a renumbered proposal, and says whose reviews lapse")
  func after() throws {
    let clones = try Clones()
    defer { clones.remove() }
    try clones.propose(0, "loinc", "LOINC to high")
    _ = try clones.sync(0)
    try clones.propose(1, "udi", "UDI to high", as: .reviewer)
    try clones.propose(1, "icd-10", "ICD-10 to high", as: .reviewer, "--after", "1")
    try clones.run(1, "review", "2", "--approve", as: .second)
    let outcome = try clones.sync(1, as: .reviewer)
    #expect(outcome.out.contains("Proposal 0001 is now 0003"), "\(outcome.out)")
    #expect(
      outcome.out.contains(
        "of proposal 0002 lapses, as a proposal that it comes after has another number"))
    #expect(outcome.out.contains("The review of Siri Second of proposal 0002"))
    let text = try clones[1].read("Proposals/0002-icd-10-to-high/proposal.yml")
    #expect(text.contains("after: [3]"), "\(text)")
    _ = try clones.sync(0)
    try clones.expectTogether()
  }

  @Test("Keeps author, author date and message, and commits of other files")
  func kept() throws {
    let clones = try Clones()
    defer { clones.remove() }
    try clones.propose(0, "loinc", "LOINC to high")
    _ = try clones.sync(0)
    try clones[1].write("#!/bin/sh\n", to: "tools/run")
    try clones[1].shell(
      "chmod +x tools/run && git add tools && GIT_AUTHOR_DATE='@1700000000 +0130' git commit -q -F - <<'X'\nTools\n\nWith  a body.\nX"
    )
    let before = try clones[1].git("log", "-1", "--format=%an %ae %ad %B")
    _ = try clones.sync(1)
    #expect(try clones[1].git("log", "-1", "--format=%an %ae %ad %B") == before)
    #expect(try clones[1].git("ls-tree", "HEAD", "tools/").hasPrefix("100755"))
    _ = try clones.sync(0)
    #expect(FileManager.default.isExecutableFile(atPath: clones[0].root + "/tools/run"))
    try clones.expectTogether()
  }
}
