import Foundation
import TestSupport
import Testing

@Suite("Clones that sync at the same moment", .serialized)
struct SyncRaceTests {
  @Test("Ends with every proposal of every clone, one number each")
  func clones() throws {
    let (count, each) = Survival.isOn ? (4, 10) : (2, 2)
    let base = try Template.place.get().copy()
    defer { base.remove() }
    try base.git("stash", "-q", "-u")
    let server = base.base + "/server.git"
    try base.git("clone", "-q", "--bare", base.root, server)
    let installed = try base.run(Checkout.binary, ["guard", "install", "--repo", server])
    try #require(installed.code == 0, "\(installed.err)")
    try base.git("remote", "add", "origin", server)
    let start = try base.git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
    let actors: [Sandbox.Actor] = [.editor, .reviewer, .second, .chair]
    let places = try (0..<count).map { _ in try base.copy() }
    defer { for place in places { place.remove() } }
    let standards = ["loinc", "ucum", "icd-9", "icd-10", "icd-11", "udi"]
    let loops = try places.enumerated().map { index, place in
      let lines = (0..<each).map { number in
        "\(Checkout.binary.quoted) propose \(standards[number % standards.count]) --set tooling-note=N\(index)\(number) "
          + "--title 'Of \(index) number \(number)' --as-of 2026-11-23 >/dev/null || exit 1"
      }
      return try place.start("/bin/sh", ["-c", lines.joined(separator: "\n")], as: actors[index])
    }
    for loop in loops {
      let outcome = try loop.wait()
      try #require(outcome.code == 0, "\(outcome.err)")
    }
    let began = ContinuousClock.now
    let runs = try places.enumerated().map { index, place in
      try place.start(Checkout.binary, ["sync"] + Place.day, as: actors[index])
    }
    for run in runs {
      let outcome = try run.wait()
      #expect(outcome.code == 0, "\(outcome.out)\(outcome.err)")
    }
    let seconds = (ContinuousClock.now - began) / .seconds(1)
    for (index, place) in places.enumerated() {
      let outcome = try place.rspmaint(["sync"], as: actors[index])
      #expect(outcome.code == 0, "\(outcome.err)")
    }
    let tip = try base.git("--git-dir", server, "rev-parse", "main")
    for place in places {
      #expect(try place.git("rev-parse", "HEAD") == tip)
      #expect(try place.git("status", "--porcelain") == "")
      let names = try FileManager.default.contentsOfDirectory(atPath: place.root + "/Proposals")
      #expect(names.count { $0.contains("-of-") } == count * each)
      #expect(Set(names.map { $0.prefix(4) }).count == names.count, "\(names)")
      let audit = try place.rspmaint(["audit", "--since", start])
      #expect(audit.code == 0, "\(audit.out)\(audit.err)")
    }
    Survival.report(
      "race of \(count) clones that sync \(each) proposals each: \(count * each) landed, one number "
        + "each, in \(Int(seconds)) s")
  }
}
