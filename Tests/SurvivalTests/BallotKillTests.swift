import Foundation
import TestSupport
import Testing

@Suite(
  "The steps of a ballot, killed at any instant", .serialized,
  .enabled(if: Survival.isOn, "RSPMAINT_SURVIVAL=1 runs it"))
struct BallotKillTests {
  @Test("Are taken or not, lose nothing, and go on", arguments: BallotStage.allCases)
  func kills(stage: BallotStage) throws {
    let start = try stage.place()
    let reference = try start.copy()
    defer { reference.remove() }
    let before = try Inspection(start)
    let count = try start.commits()
    let watch = try Watch(reference)
    let run = try reference.start(Checkout.binary, stage.step + Place.day, as: .reviewer)
    let events = watch.count(while: run)
    let outcome = try run.wait()
    try #require(outcome.code == 0, "\(stage): \(outcome.out)\(outcome.err)")
    let made = try reference.commits() - count
    var (kills, rounds, moved) = (0, 0, 0)
    while kills < BallotKillTests.each, rounds < BallotKillTests.each * 4 {
      rounds += 1
      let place = try start.copy()
      defer { place.remove() }
      let event = Int.random(in: 1...max(1, events))
      guard try kill(stage, in: place, after: event) else { continue }
      kills += 1
      let context = "\(stage) killed after event \(event) of \(events)"
      let now = try Inspection(place)
      #expect(now.isSound && now.work == before.work, "\(context)")
      let there = try place.commits() - count
      #expect([0, made].contains(there), "\(context): \(there) of \(made) commits")
      if there > 0 { moved += 1 }
      try finish(stage, in: place, context)
      #expect(try place.commits() == count + made, "\(context): commits at the end")
      try expectWhole(place, before, context)
      if case .take = stage { try expectNothingLost(place, context) }
    }
    #expect(kills == BallotKillTests.each, "\(stage) was killed \(kills) times only")
    Survival.report("ballot \(stage): killed \(kills) times, \(moved) after the branch had moved")
  }

  /// So many that there are more than a hundred over all steps.
  private static let each = max(18, Survival.kills / 18)

  /// Returns whether the run was killed; it may have ended before.
  private func kill(_ stage: BallotStage, in place: Place, after event: Int) throws -> Bool {
    let watch = try Watch(place)
    let run = try place.start(Checkout.binary, stage.step + Place.day, as: .reviewer)
    _ = watch.count(upTo: event, while: run)
    usleep(UInt32.random(in: 0...300))
    run.send(SIGKILL)
    return try run.wait().code == 128 + SIGKILL
  }

  /// Takes the step again, as a user would.
  private func finish(_ stage: BallotStage, in place: Place, _ context: String) throws {
    var outcome = try place.rspmaint(stage.step, as: .reviewer)
    for _ in 0..<4 where outcome.code == 75 {
      let file = try #require(
        outcome.err.components(separatedBy: "rm '").dropFirst().first?
          .components(separatedBy: "'").first, "\(context): \(outcome.err)")
      #expect(file.hasSuffix(".lock"), "\(context): \(outcome.err)")
      try FileManager.default.removeItem(atPath: file)
      outcome = try place.rspmaint(stage.step, as: .reviewer)
    }
    let isDone = outcome.code == 1 && outcome.err.contains(stage.done)
    #expect(outcome.code == 0 || isDone, "\(context): \(outcome.code): \(outcome.err)")
  }

  /// Nothing is left half done, and the history proves itself.
  private func expectWhole(_ place: Place, _ before: Inspection, _ context: String) throws {
    let end = try Inspection(place)
    #expect(end.isSound && end.work == before.work, "\(context): the end")
    #expect(end.leftovers.filter { $0 != "ballots" } == [], "\(context): leftovers")
    #expect(
      try place.git("status", "--porcelain", "Portfolio", "Proposals") == "", "\(context): status")
    let audit = try place.rspmaint(["audit", "--since", try BallotStage.root(place)])
    #expect(audit.code == 0, "\(context): \(audit.out)\(audit.err)")
  }

  /// Each receipt has its reply.
  private func expectNothingLost(_ place: Place, _ context: String) throws {
    let end = try place.rspmaint(["ballot", "end", "cd", "--because", "Enough."], as: .reviewer)
    #expect(end.code == 0, "\(context): \(end.err)")
  }
}

extension Place {
  /// How many commits there are.
  fileprivate func commits() throws -> Int {
    Int(try git("rev-list", "--count", "HEAD").trimmingCharacters(in: .newlines)) ?? 0
  }
}
