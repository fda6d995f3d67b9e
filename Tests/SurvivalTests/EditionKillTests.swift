import Foundation
import TestSupport
import Testing

@Suite(
  "The steps of an edition, killed, raced and starved", .serialized,
  .enabled(if: Survival.isOn, "RSPMAINT_SURVIVAL=1 runs it"))
struct EditionKillTests {
  @Test("Are taken or not, lose nothing, and go on", arguments: EditionStage.allCases)
  func kills(stage: EditionStage) throws {
    let whole = try EditionStage.wholeFile()
    let kills = StepKills(
      name: "edition \(stage)", arguments: stage.step, done: stage.done, start: try stage.place()
    ) { place, isEnd, context in
      try EditionStage.expectTags(place, isEnd, context)
      if case .bundle = stage {
        try EditionStage.expectFile(place, whole, isThere: isEnd, context)
      }
    }
    try kills.kill(max(14, Survival.kills / 22))
  }

  @Test("Publish once where two do it at the same moment")
  func race() throws {
    let start = try EditionStage.publish.place()
    let rounds = 10
    for round in 0..<rounds {
      let place = try start.copy()
      defer { place.remove() }
      let runs = try (0..<2).map { _ in
        try place.start(Checkout.binary, EditionStage.publish.step + Place.day, as: .reviewer)
      }
      let outcomes = try runs.map { try $0.wait() }.sorted { $0.code < $1.code }
      #expect(outcomes.map(\.code) == [0, 1], "\(outcomes.map(\.err))")
      #expect(
        outcomes[1].err.contains("there is an edition 'iso-21860-2027' already"),
        "\(outcomes[1].err)")
      let context = "round \(round)"
      try EditionStage.expectTags(place, true, context)
      let published = try place.git("log", "--format=%s", "--grep=RSP-Edition: iso-21860-2027")
      #expect(published == "Publish ISO 21860:2027\n", "\(context)")
      #expect(try Inspection(place).isSound, "\(context)")
    }
    Survival.report("\(rounds) races for an edition: it was published once in each")
  }

  @Test("Write a bundle whole or not at all where the system refuses", arguments: Fault.ofFiles)
  func faults(fault: Fault) throws {
    let whole = try EditionStage.wholeFile()
    let place = try EditionStage.bundle.place().copy()
    defer { place.remove() }
    let before = try Inspection(place)
    let context = "edition bundle with \(fault.testDescription)"
    let outcome = try place.starved(
      by: fault, [Checkout.binary] + EditionStage.bundle.step + Place.day, as: .reviewer)
    guard outcome.out.contains("bites\n") else {
      let words = "can't make the fault here: \(fault.testDescription): \(outcome.err)"
      if Survival.requiresFaults { Issue.record("\(words)") } else { print("SKIPPED \(words)") }
      return
    }
    let said = outcome.out + outcome.err
    let now = try Inspection(place)
    #expect(now.isSound && now.head == before.head && now.work == before.work, "\(context)")
    #expect(now.files == before.files, "\(context): \(said)")
    try EditionStage.expectFile(place, whole, isThere: false, context)
    let isWritten = place.exists(EditionStage.file)
    let ending = outcome.out.components(separatedBy: "exit ").last ?? ""
    if ending == "73\n" {
      #expect(said.contains("rspmaint: edition.zip can't be written: "), "\(context): \(said)")
    } else {
      // The file may be written, and what is said of it not.
      #expect(["0\n", "74\n"].contains(ending) && isWritten, "\(context): \(said)")
    }
    let again = try place.rspmaint(EditionStage.bundle.step, as: .reviewer)
    #expect(again.code == (isWritten ? 73 : 0), "\(context): \(again.err)")
    try EditionStage.expectFile(place, whole, isThere: true, context)
    Survival.report("\(context): exit \(ending.dropLast())")
  }
}
