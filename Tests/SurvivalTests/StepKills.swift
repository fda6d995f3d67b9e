import Foundation
import TestSupport
import Testing

/// A step that a chair takes, killed at many instants: each time it is taken or not, and taking it again
/// ends as if nobody had stopped it.
struct StepKills {
  let name: String
  let arguments: [String]
  /// What a second run says, in a refusal, where the first one was whole.
  let done: String
  /// The repository before the step; it is copied.
  let start: Place
  /// What else has to hold right after a kill, and at the end; the second is told whether it is the end.
  let check: (Place, _ isEnd: Bool, _ context: String) throws -> Void

  /// Kills until so many runs died, and reports how many had moved the branch.
  func kill(_ wanted: Int) throws {
    let before = try Inspection(start)
    let count = try start.commits()
    let (events, made) = try undisturbed(count)
    var (kills, rounds, moved) = (0, 0, 0)
    while kills < wanted, rounds < wanted * 4 {
      rounds += 1
      let place = try start.copy()
      defer { place.remove() }
      let event = Int.random(in: 1...max(1, events))
      guard try kill(in: place, after: event) else { continue }
      kills += 1
      let context = "\(name) killed after event \(event) of \(events)"
      let now = try Inspection(place)
      #expect(now.isSound && now.work == before.work, "\(context)")
      let there = try place.commits() - count
      #expect([0, made].contains(there), "\(context): \(there) of \(made) commits")
      if there > 0 { moved += 1 }
      try check(place, false, context)
      try finish(in: place, context)
      #expect(try place.commits() == count + made, "\(context): commits at the end")
      try expectWhole(place, before, context)
      try check(place, true, context)
    }
    #expect(kills == wanted, "\(name) was killed \(kills) times only")
    Survival.report("\(name): killed \(kills) times, \(moved) after the branch had moved")
  }

  /// How often the file system tells of a change in a run that nobody stops, and the commits it makes.
  private func undisturbed(_ count: Int) throws -> (events: Int, commits: Int) {
    let place = try start.copy()
    defer { place.remove() }
    let watch = try Watch(place)
    let run = try place.start(Checkout.binary, arguments + Place.day, as: .reviewer)
    let events = watch.count(while: run)
    let outcome = try run.wait()
    try #require(outcome.code == 0, "\(name): \(outcome.out)\(outcome.err)")
    return (events, try place.commits() - count)
  }

  /// Returns whether the run was killed; it may have ended before.
  private func kill(in place: Place, after event: Int) throws -> Bool {
    let watch = try Watch(place)
    let run = try place.start(Checkout.binary, arguments + Place.day, as: .reviewer)
    _ = watch.count(upTo: event, while: run)
    usleep(UInt32.random(in: 0...300))
    run.send(SIGKILL)
    return try run.wait().code == 128 + SIGKILL
  }

  /// Takes the step again, as a user would.
  private func finish(in place: Place, _ context: String) throws {
    var outcome = try place.rspmaint(arguments, as: .reviewer)
    for _ in 0..<4 where outcome.code == 75 {
      let file = try #require(
        outcome.err.components(separatedBy: "rm '").dropFirst().first?
          .components(separatedBy: "'").first, "\(context): \(outcome.err)")
      #expect(file.hasSuffix(".lock"), "\(context): \(outcome.err)")
      try FileManager.default.removeItem(atPath: file)
      outcome = try place.rspmaint(arguments, as: .reviewer)
    }
    let isDone = [1, 73].contains(outcome.code) && (outcome.err + outcome.out).contains(done)
    #expect(outcome.code == 0 || isDone, "\(context): \(outcome.code): \(outcome.err)")
  }

  /// Nothing is left half done, and the history proves itself.
  private func expectWhole(_ place: Place, _ before: Inspection, _ context: String) throws {
    let end = try Inspection(place)
    #expect(end.isSound && end.work == before.work, "\(context): the end")
    #expect(
      end.leftovers.filter { !["ballots", "surveys"].contains($0) } == [], "\(context): leftovers")
    #expect(
      try place.git("status", "--porcelain", "Portfolio", "Proposals") == "", "\(context): status")
    let audit = try place.rspmaint(["audit", "--since", try BallotStage.root(place)])
    #expect(audit.code == 0, "\(context): \(audit.out)\(audit.err)")
  }
}

extension Place {
  /// How many commits there are.
  fileprivate func commits() throws -> Int {
    Int(try git("rev-list", "--count", "HEAD").trimmingCharacters(in: .newlines)) ?? 0
  }
}
