import Foundation
import TestSupport
import Testing

@Suite("A system that grants too little")
struct ShortageTests {
  private static let propose = [
    "propose", "loinc", "--set", "clause=9", "--title", "T", "--rationale", "R", "--evidence",
    "'E <https://x.example/>'",
  ].joined(separator: " ")

  /// Runs a verb under the shell's limits, for at most a minute.
  private func run(
    _ limits: String, _ verb: String, in sandbox: Sandbox
  ) throws -> Sandbox.Outcome {
    try sandbox.start(
      "/bin/bash", ["-c", "\(limits); exec timeout 60 '\(Sandbox.binary)' \(verb)"], .editor,
      input: nil)
  }

  @Test("Is told at the start", arguments: [propose, "validate", "status", "diff HEAD..HEAD"])
  func told(verb: String) throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let limits =
      [5, 9, 12, 18, 40].map { ("ulimit -n \($0)", "more open files") } + [
        ("ulimit -v 100000", "MiB of memory"), ("ulimit -v 300000", "MiB of memory"),
        ("ulimit -d 300000", "MiB of data"), ("ulimit -s 100", "KiB of stack"),
      ]
    for (limit, words) in limits {
      let outcome = try run(limit, verb, in: sandbox)
      #expect(outcome.code == 71, "\(limit) \(verb): \(outcome.code) \(outcome.err)")
      #expect(
        outcome.err.hasPrefix("rspmaint: the system allows this process ")
          && outcome.err.contains(words) && outcome.err.contains("help: raise the limit: 'ulimit "),
        "\(limit) \(verb): \(outcome.err)")
    }
    #expect(!sandbox.exists("Proposals"))
  }

  @Test("Is mended by itself where only the soft limit of open files is low")
  func soft() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let outcome = try run("ulimit -Sn 12", ShortageTests.propose, in: sandbox)
    #expect(outcome.code == 0, "\(outcome.err)")
  }

  @Test("Is told in its own words where git's library gives none")
  func space() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let outcome = try run(
      "ulimit -f 4", ShortageTests.propose, in: sandbox)
    #expect(outcome.code == 75, "\(outcome.code) \(outcome.err)")
    #expect(
      outcome.err.contains("committed as ") && outcome.err.contains(": File too large\n"),
      "\(outcome.err)")
    // What was short is there again.
    #expect(try run("true", "format Proposals", in: sandbox).code == 0)
    #expect(try sandbox.git("status", "--porcelain") == "")
  }

  @Test("Is told where no thread can be started")
  func threads() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try #require(getuid() != 0 || FileManager.default.fileExists(atPath: "/usr/bin/setpriv"))
    if getuid() == 0 { try sandbox.shell("chown -R 61234 ..") }
    let become = getuid() == 0 ? "setpriv --reuid=61234 --clear-groups" : ""
    let outcome = try sandbox.start(
      "/bin/bash",
      [
        "-c",
        "exec timeout 60 prlimit --nproc=4 \(become) '\(Sandbox.binary)' \(ShortageTests.propose)",
      ], .editor, input: nil)
    #expect(outcome.code == 75, "\(outcome.code) \(outcome.err)")
    #expect(
      outcome.err.contains("git can't be run: this process can't start the 8 threads"),
      "\(outcome.err)")
  }
}
