import Foundation
import TestSupport
import Testing

@Suite("Stale and conflicting proposals, and other people's work")
struct StaleTests {
  @Test("Refuses a stale proposal until it is refreshed and reviewed again")
  func stale() throws {
    try session { session in
      try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
      try session.propose("LOINC to low", ["loinc", "--set", "tooling=low"])
      try session.run("validate", "--quiet")
      try session.run("diff", "--proposal", "1", "2")
      try session.approve(1, by: .reviewer)
      try session.approve(2, by: .reviewer)
      try session.run("commit", "1", "2")
      try session.run("commit", "1")
      try session.run("commit", "2")
      try session.run("refresh", "2", "--commit")
      try session.run("commit", "2")
      try session.approve(2, by: .reviewer)
      try session.run("commit", "2")
      try session.run("refresh", "2")
      try session.expectSound()
      try session.run("history", "loinc")
    }.expectSnapshot("stale")
  }

  @Test("Keeps a dirty file, staged work and a foreign lock as they are")
  func otherWork() throws {
    try session { session in
      let sandbox = session.sandbox
      let path = "Portfolio/standards/data/loinc.yml"
      try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
      try session.approve(1, by: .reviewer)
      try sandbox.edit(path, "position: 10", "position: 11")
      try session.run("commit", "1")
      #expect(try sandbox.read(path).contains("position: 11"))
      try sandbox.git("add", path)
      try session.run("commit", "1")
      try sandbox.git("reset", "-q", "--hard")

      // Work that the commit does not touch: staged, edited and untracked.
      try sandbox.write("staged\n", to: "staged.txt")
      try sandbox.git("add", "staged.txt")
      try sandbox.edit("Portfolio/standards/data/ucum.yml", "position: 20", "position: 21")
      try sandbox.write("untracked\n", to: "untracked.txt")
      try sandbox.write("", to: ".git/index.lock")
      try session.run("commit", "1")
      try FileManager.default.removeItem(atPath: sandbox.root + "/.git/index.lock")
      try session.run("commit", "1")
      try session.git("status", "--porcelain")
      #expect(try sandbox.read(path).contains("tooling: high"))
      #expect(try sandbox.read("Portfolio/standards/data/ucum.yml").contains("position: 21"))
      try session.git("show", "--stat", "--format=", "HEAD")
    }.expectSnapshot("other-work")
  }

  @Test("Refuses a detached HEAD and a merge under way")
  func refusals() throws {
    try session { session in
      let sandbox = session.sandbox
      try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
      try session.approve(1, by: .reviewer)
      try sandbox.git("switch", "-q", "--detach")
      try session.run("commit", "1")
      try sandbox.git("switch", "-q", "main")
      try sandbox.write("0123456789012345678901234567890123456789\n", to: ".git/MERGE_HEAD")
      try session.run("commit", "1")
      try FileManager.default.removeItem(atPath: sandbox.root + "/.git/MERGE_HEAD")
      try session.run("commit", "7")
      try session.run("commit", "1")
      try session.expectSound()
    }.expectSnapshot("refusals")
  }

  @Test("Counts numbers on other branches, and tells two folders of one number apart")
  func numbers() throws {
    try session { session in
      let sandbox = session.sandbox
      try sandbox.git("switch", "-q", "-c", "other")
      try session.propose("On a branch", ["loinc", "--set", "tooling=high"])
      try sandbox.git("switch", "-q", "main")
      try session.propose("On main", ["ucum", "--set", "tooling=high"])
      try sandbox.git("mv", "Proposals/0002-on-main", "Proposals/0001-on-main")
      try session.commitAll("Take a number that is taken")
      try sandbox.git("merge", "-q", "--no-edit", "other")
      try session.run("validate", "--quiet")
      try session.run("diff", "--proposal", "1")
    }.expectSnapshot("numbers")
  }

  @Test("Takes a proposal that comes after another for no conflict with a third")
  func chainBesideAThird() throws {
    _ = try session { session in
      try session.propose("UCUM to high", ["ucum", "--set", "tooling=high"])
      try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
      for number in [1, 2] { try session.approve(number, by: .reviewer) }
      try session.sandbox.edit(
        "Portfolio/standards/data/loinc.yml", "tooling: moderate", "tooling: high")
      try session.commitAll("As if 0002 were accepted")
      try session.propose("LOINC to low", ["loinc", "--set", "tooling=low", "--after", "2"])
      try session.sandbox.git("revert", "--no-edit", "HEAD~1")
      try session.approve(3, by: .reviewer)
      let outcome = try session.sandbox.rspmaint(["commit", "1", "2", "3"])
      #expect(outcome.code == 0, "\(outcome.err)")
      try session.expectSound()
    }
  }
}
