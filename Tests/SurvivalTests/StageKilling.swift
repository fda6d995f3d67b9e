import Foundation
import TestSupport
import Testing

/// A step of a ballot or a survey, and how far all is before it.
protocol OfficeStage: CaseIterable, Sendable, CustomTestStringConvertible {
  /// "ballot" or "survey".
  static var matter: String { get }
  /// The words of the step, which the chair takes.
  var step: [String] { get }
  /// What a second run says where the first one was whole.
  var done: String { get }
  /// What opens all that was sealed, after a step that seals; nil after others.
  var opening: [String]? { get }

  /// What there is before the step.
  func place() throws -> Place
}

extension OfficeStage {
  var testDescription: String { "\(self)" }

  /// The commit before the ballot or survey.
  static func root(_ place: Place) throws -> String {
    try place.git("rev-parse", "root").trimmingCharacters(in: .newlines)
  }
}

/// Kills a step at any instant, and takes it again: it is taken or not, nothing is lost, and all goes on.
struct StageKilling<Stage: OfficeStage> {
  let stage: Stage
  /// How often it is killed.
  let times: Int

  func run() throws {
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
    while kills < times, rounds < times * 4 {
      rounds += 1
      let place = try start.copy()
      defer { place.remove() }
      let event = Int.random(in: 1...max(1, events))
      guard try kill(in: place, after: event) else { continue }
      kills += 1
      let context = "\(stage) killed after event \(event) of \(events)"
      let now = try Inspection(place)
      #expect(now.isSound && now.work == before.work, "\(context)")
      let there = try place.commits() - count
      #expect([0, made].contains(there), "\(context): \(there) of \(made) commits")
      if there > 0 { moved += 1 }
      try finish(in: place, context)
      #expect(try place.commits() == count + made, "\(context): commits at the end")
      try expectWhole(place, before, context)
      try expectNothingLost(place, context)
    }
    #expect(kills == times, "\(stage) was killed \(kills) times only")
    Survival.report(
      "\(Stage.matter) \(stage): killed \(kills) times, \(moved) after the branch had moved")
  }

  /// Returns whether the run was killed; it may have ended before.
  private func kill(in place: Place, after event: Int) throws -> Bool {
    let watch = try Watch(place)
    let run = try place.start(Checkout.binary, stage.step + Place.day, as: .reviewer)
    _ = watch.count(upTo: event, while: run)
    usleep(UInt32.random(in: 0...300))
    run.send(SIGKILL)
    return try run.wait().code == 128 + SIGKILL
  }

  /// Takes the step again, as a user would.
  private func finish(in place: Place, _ context: String) throws {
    var outcome = try place.rspmaint(stage.step, as: .reviewer)
    for _ in 0..<4 where outcome.code == 75 {
      let file = try #require(
        outcome.err.components(separatedBy: "rm '").dropFirst().first?
          .components(separatedBy: "'").first, "\(context): \(outcome.err)")
      #expect(file.hasSuffix(".lock"), "\(context): \(outcome.err)")
      try FileManager.default.removeItem(atPath: file)
      outcome = try place.rspmaint(stage.step, as: .reviewer)
    }
    let isDone =
      [0, 1].contains(outcome.code) && (outcome.err + outcome.out).contains(stage.done)
    #expect(outcome.code == 0 || isDone, "\(context): \(outcome.code): \(outcome.err)")
  }

  /// Nothing is left half done, and the history proves itself.
  private func expectWhole(_ place: Place, _ before: Inspection, _ context: String) throws {
    let end = try Inspection(place)
    #expect(end.isSound && end.work == before.work, "\(context): the end")
    #expect(end.leftovers.filter { $0 != Stage.matter + "s" } == [], "\(context): leftovers")
    #expect(
      try place.git("status", "--porcelain", "Portfolio", "Proposals") == "", "\(context): status")
    let audit = try place.rspmaint(["audit", "--since", try Stage.root(place)])
    #expect(audit.code == 0, "\(context): \(audit.out)\(audit.err)")
  }

  /// What each receipt is of can be opened.
  private func expectNothingLost(_ place: Place, _ context: String) throws {
    guard let opening = stage.opening else { return }
    let end = try place.rspmaint(opening, as: .reviewer)
    #expect(end.code == 0, "\(context): \(end.err)")
  }
}

extension Place {
  /// How many commits there are.
  fileprivate func commits() throws -> Int {
    Int(try git("rev-list", "--count", "HEAD").trimmingCharacters(in: .newlines)) ?? 0
  }
}
