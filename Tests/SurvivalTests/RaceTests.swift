import Foundation
import TestSupport
import Testing

@Suite("Races of several runs", .serialized)
struct RaceTests {
  @Test(
    "Lands 200 proposals of eight processes, one after another",
    .enabled(if: Survival.isOn, "RSPMAINT_SURVIVAL=1 runs it"))
  func eightTimesTwentyFive() throws {
    let place = try Template.place.get().copy()
    defer { place.remove() }
    let numbers = try Crowd.write(200, to: place)
    let start = try place.git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
    let began = ContinuousClock.now
    let loop =
      "for n in \"$@\"; do \(Checkout.binary.quoted) commit $n --as-of 2026-11-23 || exit; done"
    let runs = try (0..<8).map { index in
      let own = numbers.enumerated().filter { $0.offset % 8 == index }.map { String($0.element) }
      return try place.start("/bin/sh", ["-c", loop, "sh"] + own)
    }
    for run in runs {
      let outcome = try run.wait()
      #expect(outcome.code == 0, "\(outcome.err)")
    }
    let seconds = (ContinuousClock.now - began) / .seconds(1)
    let trailers = try place.git(
      "log", "--first-parent", "--format=%(trailers:key=RSP-Proposal,valueonly,separator=%x2C)",
      "\(start)..HEAD"
    ).split(separator: "\n").compactMap { Int($0) }
    #expect(trailers.sorted() == numbers, "each lands once")
    try expectSound(place)
    #expect(try place.rspmaint(["changelog", "--check"]).code == 0)
    Survival.report(
      "race of 8 processes with 25 proposals each: \(trailers.count) of 200 landed, one after "
        + "another, in \(Int(seconds)) s")
  }

  @Test("Lands a proposal once that two processes commit")
  func sameProposal() throws {
    let rounds = Survival.isOn ? 10 : 1
    for _ in 0..<rounds {
      let place = try Template.place.get().copy()
      defer { place.remove() }
      let runs = try (0..<2).map { _ in
        try place.start(Checkout.binary, ["commit", "1"] + Place.day)
      }
      let outcomes = try runs.map { try $0.wait() }.sorted { $0.code < $1.code }
      #expect(outcomes.map(\.code) == [0, 1])
      #expect(outcomes[1].err.contains("proposal 0001 is accepted, not open"))
      #expect(
        try place.git("log", "--format=%s", "--grep=RSP-Proposal: 1").split(separator: "\n").count
          == 1)
      try expectSound(place)
    }
    if Survival.isOn { Survival.report("\(rounds) races for one proposal: it landed once in each") }
  }

  @Test("Gives two editors who propose at the same moment two numbers")
  func sameMoment() throws {
    let rounds = Survival.isOn ? 10 : 1
    for round in 0..<rounds {
      let place = try Template.place.get().copy()
      defer { place.remove() }
      let more = round.isMultiple(of: 2) ? [] : ["--no-save"]
      let runs = try ["icd-9", "dicom-codes"].map { id in
        try place.start(
          Checkout.binary,
          ["propose", id, "--set", "notes=New.", "--title", "Of \(id)"] + Scenario.words + more
            + Place.day)
      }
      for run in runs {
        let outcome = try run.wait()
        #expect(outcome.code == 0, "\(outcome.err)")
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: place.root + "/Proposals")
      let numbers = names.map { String($0.prefix(4)) }
      #expect(numbers.sorted() == (1...8).map { "000\($0)" })
      #expect(try Inspection(place).isSound)
    }
    if Survival.isOn { Survival.report("\(rounds) races for a number: two numbers in each") }
  }

  @Test(
    "Commits while git commits other files all the time",
    .enabled(if: Survival.isOn, "RSPMAINT_SURVIVAL=1 runs it"))
  func withGit() throws {
    let place = try Template.place.get().copy()
    defer { place.remove() }
    let numbers = try Crowd.write(25, to: place)
    // Commits of git's whole index, as users make them: what is staged goes into none of ours.
    try place.git("reset", "-q")
    let before = try Inspection(place)
    let loop =
      "n=0; while [ ! -e stop ]; do git commit -q --allow-empty -m \"By git\" "
      + "&& n=$((n+1)) && echo $n > count; sleep 0.3; done 2>/dev/null"
    let git = try place.start("/bin/sh", ["-c", loop])
    var failures: [String] = []
    for number in numbers {
      let outcome = try place.rspmaint(["commit", String(number)])
      if outcome.code != 0 { failures.append("\(outcome.code): \(outcome.err)") }
    }
    try place.write("", to: "stop")
    _ = try git.wait()
    #expect(failures == [])
    let subjects = try place.git("log", "--format=%s").split(separator: "\n")
    let count = try place.read("count").trimmingCharacters(in: .newlines)
    #expect(subjects.count { $0.hasPrefix("By git") } == Int(count))
    #expect(subjects.count { $0.hasPrefix("Crowd ") && !$0.contains("add") } == numbers.count)
    for name in ["stop", "count"] {
      try FileManager.default.removeItem(atPath: place.root + "/" + name)
    }
    let now = try Inspection(place)
    #expect(now.isSound)
    #expect(now.work == before.work)
    #expect(now.leftovers == [])
    #expect(now.status == before.status)
    // Each of git's commits left everything as it was.
    let changed = try place.git("log", "--format=%s", "--grep=By git", "--", ".")
    #expect(changed == "")
    Survival.report(
      "\(numbers.count) commits among \(count) of git's own: none lost on either side")
  }

  @Test(
    "Commits while git packs objects and references all the time",
    .enabled(if: Survival.isOn, "RSPMAINT_SURVIVAL=1 runs it"))
  func withPacking() throws {
    let place = try Template.place.get().copy()
    defer { place.remove() }
    let numbers = try Crowd.write(25, to: place)
    let loop =
      "n=0; while [ ! -e stop ]; do git pack-refs --all; git gc -q --prune=2.weeks.ago "
      + "&& n=$((n+1)) && echo $n > count; done 2>/dev/null"
    let git = try place.start("/bin/sh", ["-c", loop])
    var failures: [String] = []
    for number in numbers {
      let outcome = try place.rspmaint(["commit", String(number)])
      if outcome.code != 0 { failures.append("\(outcome.code): \(outcome.err)") }
    }
    try place.write("", to: "stop")
    _ = try git.wait()
    #expect(failures == [])
    let count = try place.read("count").trimmingCharacters(in: .newlines)
    for name in ["stop", "count"] {
      try FileManager.default.removeItem(atPath: place.root + "/" + name)
    }
    try expectSound(place)
    Survival.report("\(numbers.count) commits beside \(count) runs of git gc: all landed")
  }

  private func expectSound(_ place: Place) throws {
    let template = try Inspection(try Template.place.get())
    let now = try Inspection(place)
    #expect(now.isSound)
    #expect(now.work == template.work)
    #expect(now.leftovers == [])
    #expect(now.status == template.status)
  }
}

extension String {
  /// For a shell.
  var quoted: String { "'" + replacingOccurrences(of: "'", with: "'\\''") + "'" }
}
