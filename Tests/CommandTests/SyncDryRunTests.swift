import Foundation
import TestSupport
import Testing

@Suite("Sync that only says what it would do")
struct SyncDryRunTests {
  /// Runs a dry one with a folder of its own for temporary files, of which none may stay.
  private func rehearse(
    _ clones: Clones, as actor: Sandbox.Actor, code: Int32 = 0,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> Sandbox.Outcome {
    let clone = clones[1]
    let before = try clones.everything(1)
    let folder = URL(fileURLWithPath: clone.root).deletingLastPathComponent().path + "/tmp"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    let outcome = try clone.start(
      Sandbox.binary, ["sync", "--dry-run", "--as-of", Clones.day], actor, input: nil,
      ["TMPDIR": folder])
    #expect(outcome.code == code, "\(outcome.out)\(outcome.err)", sourceLocation: location)
    #expect(try clones.everything(1) == before, sourceLocation: location)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder) == [], sourceLocation: location)
    return outcome
  }

  /// The first clone has shared an acceptance and 0002; in the second one there are 0002 and 0003,
  /// which comes after it.
  private func apart(_ work: (Clones) throws -> Void) throws {
    let clones = try Clones(template: .approved)
    defer { clones.remove() }
    try clones.run(0, "commit", "1")
    try clones.propose(0, "icd-10", "ICD-10 to high")
    _ = try clones.sync(0)
    try clones.propose(1, "udi", "UDI to high", as: .second)
    try clones.propose(1, "ucum", "UCUM to high", as: .second, "--after", "2")
    try work(clones)
    _ = try clones.sync(0)
    try clones.expectTogether()
  }

  @Test("Writes neither references nor files nor objects, where own work is made again")
  func again() throws {
    try apart { clones in
      let planned = try rehearse(clones, as: .second).out
      #expect(
        planned == """
          Would bring in 2 saved changes from origin/main.
          Proposal 0002 would become 0004-udi-to-high, as its number was taken.
          Would share 2 saved changes on origin/main.

          """)
      let done = try clones.sync(1, as: .second).out
      #expect(
        done == """
          Brought in 2 saved changes from origin/main.
          Proposal 0002 is now 0004-udi-to-high, as its number was taken.
          Shared 2 saved changes on origin/main.

          """)
    }
  }

  @Test("Writes neither references nor files nor objects, where the work of others is merged")
  func merged() throws {
    try apart { clones in
      try clones.run(1, "review", "3", "--approve", as: .stranger)
      let planned = try rehearse(clones, as: .second).out
      #expect(
        planned.hasPrefix(
          "Would bring in 2 saved changes from origin/main.\nWould merge as they are: "))
      #expect(
        planned.hasSuffix(
          """
          Proposal 0002 would become 0004-udi-to-high, as its number was taken.
          The review of Sam Stranger of proposal 0003 would lapse, as a proposal that it comes after \
          has another number: ask again.
          Would share 5 saved changes on origin/main.

          """), "\(planned)")
      let done = try clones.sync(1, as: .second).out
      #expect(
        done.hasSuffix(
          """
          Proposal 0002 is now 0004-udi-to-high, as its number was taken.
          The review of Sam Stranger of proposal 0003 lapses, as a proposal that it comes after has \
          another number: ask again.
          Shared 5 saved changes on origin/main.

          """), "\(done)")
    }
  }

  @Test("Says that nothing is to be done")
  func nothing() throws {
    let clones = try Clones()
    defer { clones.remove() }
    let outcome = try rehearse(clones, as: .editor)
    #expect(outcome.out == "There is nothing to share: main is as origin/main.\n")
  }

  @Test("Refuses what a sync would refuse")
  func refused() throws {
    let clones = try Clones()
    defer { clones.remove() }
    try clones.propose(0, "loinc", "LOINC to high")
    _ = try clones.sync(0)
    _ = try clones.sync(1)
    for (index, text) in ["Here.", "There."].enumerated() {
      try clones.run(index, "propose", "--update", "1", "--rationale", text)
    }
    _ = try clones.sync(0)
    let outcome = try rehearse(clones, as: .editor, code: 1)
    #expect(
      outcome.err.contains(
        "two people edited Proposals/0001-loinc-to-high/proposal.yml, so nothing was changed"),
      "\(outcome.err)")
  }
}
