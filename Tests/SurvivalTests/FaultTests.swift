import Foundation
import TestSupport
import Testing

@Suite(
  "Where the system refuses to write", .serialized,
  .enabled(if: Survival.isOn, "RSPMAINT_SURVIVAL=1 runs it"))
struct FaultTests {
  /// The verbs that meet every fault; the others, which write in the same ways, every second one.
  private static let thorough = [
    "commit of three", "commit with hooks", "review", "propose", "propose --no-save",
    "propose --from-worktree", "refresh --no-save", "save", "undo", "reject", "format", "sync",
  ]

  @Test("Refuses with a reason, loses nothing, and goes on later")
  func faults() throws {
    var figures = Figures()
    let references = try Scenario.all.map { try Reference($0) }
    for (number, fault) in Fault.all.enumerated() {
      for (place, reference) in references.enumerated()
      where Self.thorough.contains(reference.scenario.name)
        || (number + place).isMultiple(of: 2)
      {
        guard try check(fault, reference, &figures) else { break }
      }
    }
    #expect(figures.refused > 0 && figures.unfinished > 0)
    Survival.report(
      "faults: \(figures.runs) runs of \(Scenario.all.count) verbs and variants under \(figures.faults.count) "
        + "faults (disk full, read-only, no permission, file size, closed pipe): "
        + "\(figures.refused) refused with a reason, \(figures.unfinished) said that the commit "
        + "stands and were finished later, \(figures.succeeded) had what they needed; lost: none")
  }

  private struct Figures {
    var (runs, refused, unfinished, succeeded) = (0, 0, 0, 0)
    var faults: Set<String> = []
  }

  /// Returns false where the fault can't be made here.
  private func check(
    _ fault: Fault, _ reference: Reference, _ figures: inout Figures
  ) throws -> Bool {
    let scenario = reference.scenario
    let context = "\(scenario.name) with \(fault.testDescription)"
    let place = try Template.place.get().copy()
    defer { place.remove() }
    try scenario.prepare(place)
    let outcome = try place.starved(
      by: fault, [Checkout.binary] + scenario.arguments + Place.day, as: scenario.actor)
    guard outcome.out.contains("bites\n") else {
      let words = "can't make the fault here: \(fault.testDescription): \(outcome.err)"
      if Survival.requiresFaults { Issue.record("\(words)") } else { print("SKIPPED \(words)") }
      return false
    }
    figures.runs += 1
    figures.faults.insert(fault.testDescription)
    let code = try #require(
      outcome.out.components(separatedBy: "exit ").last.flatMap {
        Int($0.trimmingCharacters(in: .newlines))
      }, "\(context): \(outcome.out)\(outcome.err)")
    let said = outcome.out + outcome.err
    let now = try reference.expectAllOrNone(place, context)
    // A disk that is full is neither of these; what git says of it stands behind a mark.
    let own = said.split(separator: "\n").filter { !$0.hasPrefix("  | ") }.joined(separator: "\n")
    for words in ["no reason is given", "is missing from", "No such file or directory"] {
      #expect(!own.contains(words), "\(context): \(said)")
    }
    // The branch moves before it is shared, and may stand where sharing failed.
    let isUnshared = scenario.shares && own.contains("the shared repository '")
    switch code {
    case 0:
      figures.succeeded += 1
      #expect(now.shared == reference.after.shared, "\(context): \(said)")
    case 75:
      figures.unfinished += 1
      #expect(
        isUnshared || own.contains("committed as ") || own.contains("taken back to "),
        "\(context): \(said)")
      #expect(isUnshared || now.head == reference.after.head, "\(context)")
    case 1, 73:
      figures.refused += 1
      #expect(said.contains("rspmaint: ") && said.contains("help: "), "\(context): \(said)")
      #expect(isUnshared || now.head == reference.before.head, "\(context): \(said)")
    default: Issue.record("\(context): ends with \(code): \(said)")
    }
    try reference.expectFinish(place, context)
    return true
  }
}

extension Place {
  /// Runs a program under a fault.
  func starved(by fault: Fault, _ words: [String], as actor: Sandbox.Actor) throws -> Outcome {
    let mount = base + "/mount"
    try FileManager.default.createDirectory(atPath: mount, withIntermediateDirectories: true)
    let variables = ["ROOT": root, "MOUNT": mount, "BINARY": Checkout.binary].map {
      "export \($0.key)=\($0.value.quoted); "
    }.joined()
    return try run("/bin/sh", ["-c", variables + fault.script, "sh"] + words, as: actor)
  }
}
