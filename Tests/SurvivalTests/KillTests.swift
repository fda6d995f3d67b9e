import Foundation
import TestSupport
import Testing

@Suite(
  "Killed at any instant", .serialized,
  .enabled(if: Survival.isOn, "RSPMAINT_SURVIVAL=1 runs it"))
struct KillTests {
  @Test("Holds all of a proposal or none, and goes on")
  func kills() throws {
    var figures = Figures()
    let each = (Survival.kills + Scenario.all.count - 1) / Scenario.all.count
    for scenario in Scenario.all {
      let reference = try Reference(scenario)
      var kills = 0
      var round = 0
      let wanted = max(each, scenario.leastKills)
      while kills < wanted, round < wanted * 4 {
        round += 1
        if try kill(reference, round, &figures) { kills += 1 }
      }
      #expect(kills == wanted, "\(scenario.name) was killed \(kills) times only")
    }
    #expect(figures.kills >= min(Survival.kills, 300))
    #expect(figures.afterMove > 0 && figures.withJournal > 0, "no kill hit the move")
    figures.report()
  }

  private struct Figures {
    var (kills, beforeWrite, afterMove, withJournal, unfinished) = (0, 0, 0, 0, 0)
    var (leftovers, locks, removed) = (0, 0, 0)

    func report() {
      Survival.report(
        "kills \(kills) over \(Scenario.all.count) verbs and variants: "
          + "\(beforeWrite) before anything was written, \(kills - beforeWrite - afterMove) while "
          + "files or objects were written, \(afterMove) after the branch moved; "
          + "\(withJournal) left a journal, \(unfinished) of them with files behind the branch; "
          + "\(leftovers) left temporary files, \(locks) a lock file of git's, "
          + "of which \(removed) were removed as told; lost: none")
    }
  }

  /// Returns whether the run was killed; it may have ended before.
  private func kill(
    _ reference: Reference, _ round: Int, _ figures: inout Figures
  ) throws -> Bool {
    let scenario = reference.scenario
    let place = try Template.place.get().copy()
    defer { place.remove() }
    try scenario.prepare(place)
    let watch = try Watch(place)
    let run = try place.start(
      Checkout.binary, scenario.arguments + Place.day, as: scenario.actor)
    let context: String
    if round.isMultiple(of: 4) || reference.events == 0 {
      let share = Double.random(in: 0...1.05)
      usleep(UInt32(share * (reference.duration / Duration.microseconds(1))))
      context = "\(scenario.name) killed at \(Int(share * 100)) % of its time"
    } else {
      let event = Int.random(in: 1...reference.events)
      _ = watch.count(upTo: event, while: run)
      usleep(UInt32.random(in: 0...300))
      context = "\(scenario.name) killed after event \(event) of \(reference.events)"
    }
    run.send(SIGKILL)
    guard try run.wait().code == 128 + SIGKILL else { return false }
    figures.kills += 1
    if scenario.shares { place.awaitOrphans() }
    let now = try reference.expectAllOrNone(place, context)
    let locks = Inspection.locks(place)
    let hasMoved = now.head != reference.before.head
    if hasMoved {
      figures.afterMove += 1
    } else if now == reference.before, locks.isEmpty {
      figures.beforeWrite += 1
    }
    if now.leftovers.contains("journal") {
      figures.withJournal += 1
      if hasMoved, now.status != reference.after.status { figures.unfinished += 1 }
    }
    if now.leftovers.contains(where: { $0.contains(".rspmaint-") }) { figures.leftovers += 1 }
    if !locks.isEmpty { figures.locks += 1 }
    figures.removed += try reference.expectFinish(place, context)
    return true
  }
}
