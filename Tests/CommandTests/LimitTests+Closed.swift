import Foundation
import TestSupport
import Testing

extension LimitTests {
  @Test(
    "After as many withdrawn proposals as are taken, another is still proposed and committed",
    .enabled(if: LimitTests.isLong))
  func withdrawn() throws {
    let server = try Server()
    defer { server.remove() }
    let (sandbox, session) = (server.sandbox, server.session)
    // Seventy megabytes, in pushes that are each within what a run reads.
    for lot in 0..<10 {
      let folders = (1...15).map { "Proposals/\(String(format: "%04d", lot * 15 + $0))-words" }
      for folder in folders {
        try sandbox.write(LimitTests.text(120 << 10), to: folder + "/proposal.yml")
        try sandbox.write("status: open\n", to: folder + "/state.yml")
        for file in ["a", "b", "c"] {
          try sandbox.write(
            LimitTests.review(file, 110 << 10), to: folder + "/reviews/\(file).yml")
        }
      }
      try session.commitAll("Seven megabytes")
      for folder in folders { try sandbox.write(LimitTests.withdrawn, to: folder + "/state.yml") }
      try session.commitAll("Withdraw them")
      let taken = try server.push("main")
      #expect(taken.isTaken, "\(lot): \(taken.said.prefix(2000))")
    }
    try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
    try session.approve(151, by: .reviewer)
    let commit = try session.run("commit", "151")
    #expect(commit.code == 0, "\(commit.err.prefix(2000))")
    let pushed = try server.push("main")
    #expect(pushed.isTaken, "\(pushed.said.prefix(2000))")
    for verb in [["status"], ["validate", "--rev", "HEAD", "--quiet"], ["list"]] {
      let outcome = try session.run(arguments: verb)
      #expect(outcome.code < 64, "\(verb): \(outcome.err.prefix(2000))")
    }
    #expect(try session.run("changelog", "--check").code == 0)
  }

  @Test(
    "Refuses more unfinished proposals than all together may hold, until some are closed",
    .enabled(if: LimitTests.isLong))
  func unfinished() throws {
    let server = try Server()
    defer { server.remove() }
    let (sandbox, session) = (server.sandbox, server.session)
    for number in 1...17 {
      let folder = "Proposals/\(String(format: "%04d", number))-words"
      try sandbox.write(LimitTests.text(125 << 10), to: folder + "/proposal.yml")
      try sandbox.write("status: draft\n", to: folder + "/state.yml")
      for file in ["a", "b", "c"] {
        try sandbox.write(LimitTests.review(file, 124 << 10), to: folder + "/reviews/\(file).yml")
      }
    }
    try session.commitAll("Eight and a half megabytes")
    let refused = try server.push("main")
    #expect(!refused.isTaken)
    #expect(
      refused.said.contains("all unfinished proposals together hold more than 8 MiB"),
      "\(refused.said.prefix(2000))")
    let own = try session.run("propose", "loinc", "--set", "tooling=high")
    #expect(own.code == 1 && own.err.contains("rspmaint withdraw N"), "\(own.err.prefix(2000))")
    for number in 1...2 {
      #expect(
        try session.run(
          "withdraw", String(number), "--because", "Enough."
        ).code == 0)
    }
    let again = try session.run("propose", "loinc", "--set", "tooling=high")
    #expect(again.code == 0, "\(again.err.prefix(2000))")
    let taken = try server.push("main")
    #expect(taken.isTaken, "\(taken.said.prefix(2000))")
  }
}
