import Foundation
import TestSupport
import Testing

@Suite("Stale and conflicting proposals, and other people's work")
struct StaleTests {
  @Test("Refuses a stale proposal until it is refreshed and reviewed again")
  func stale() throws {
    try story("stale") { session in
      try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
      try session.expect("propose")
      try session.propose("LOINC to low", ["loinc", "--set", "tooling=low"])
      try session.expect("propose-against")
      try session.run("validate", "--quiet")
      try session.expect("validate")
      try session.expect(session.report("--proposal", "1", "2"))
      try session.approve(1, by: .reviewer)
      session.expect(
        says: """
          rune-north-example-<id 3> approves proposal 0001, “LOINC to high”, content <id 4>.
          0001 is reviewed enough: 1 approval (there is no committee.yml: one approval by someone else is taken as enough).
          Wrote Proposals/0001-loinc-to-high/reviews/rune-north-example-<id 3>.yml
          Saved as <id 5>.
          [exit 0]
          """)
      try session.approve(2, by: .reviewer)
      session.expectDone()
      try session.run("commit", "1", "2")
      session.expect(
        says: """
          [standard error]
          rspmaint: proposals 0001 and 0002 conflict: loinc assessment.tooling
            help: commit one, then refresh the other
          [exit 1]
          """)
      try session.run("commit", "1")
      session.expectDone()
      try session.run("commit", "2")
      session.expect(
        says: """
          [standard error]
          rspmaint: proposal 0002: 'assessment.tooling' of loinc is 'high', not 'moderate' as the proposal says [stale-change]
            help: rspmaint refresh 2
          [exit 1]
          """)
      try session.run("refresh", "2")
      try session.expect("refresh")
      try session.run("commit", "2")
      session.expect(
        says: """
          [standard error]
          rspmaint: proposal 0002 needs one approval by someone else (there is no committee.yml: one approval by someone else is taken as enough)
            help: the review by rune-north-example-<id 3> (approve) does not count: it approves an earlier content
            help: reviewers run 'rspmaint review 2 --approve'
          [exit 1]
          """)
      try session.approve(2, by: .reviewer)
      try session.expect("approve-again")
      try session.run("commit", "2")
      session.expectDone()
      try session.run("refresh", "2")
      session.expect(
        says: """
          [standard error]
          rspmaint: proposal 0002 is accepted and never changes again
            help: write a new one: 'rspmaint propose'
          [exit 1]
          """)
      try session.expectSound()
      try session.run("history", "loinc")
      try session.expect("history")
    }
  }

  @Test("Keeps a dirty file, staged work and a foreign lock as they are")
  func otherWork() throws {
    try story("other-work") { session in
      let sandbox = session.sandbox
      let path = "Portfolio/standards/data/loinc.yml"
      try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
      try session.approve(1, by: .reviewer)
      session.expectDone()
      try sandbox.edit(path, "position: 10", "position: 11")
      try session.run("commit", "1")
      try session.expect("modified")
      #expect(try sandbox.read(path).contains("position: 11"))
      try sandbox.git("add", path)
      try session.run("commit", "1")
      try session.expect("staged")
      try sandbox.git("reset", "-q", "--hard")

      // Work that the commit does not touch: staged, edited and untracked.
      try sandbox.write("staged\n", to: "staged.txt")
      try sandbox.git("add", "staged.txt")
      try sandbox.edit("Portfolio/standards/data/ucum.yml", "position: 20", "position: 21")
      try sandbox.write("untracked\n", to: "untracked.txt")
      try sandbox.write("", to: ".git/index.lock")
      try session.run("commit", "1")
      session.expect(
        says: """
          [standard error]
          rspmaint: another git program holds '$ROOT/.git/index.lock' for <age> s
            help: wait for it to end; if none is running: rm '$ROOT/.git/index.lock'
          [exit 75]
          """)
      try FileManager.default.removeItem(atPath: sandbox.root + "/.git/index.lock")
      try session.run("commit", "1")
      session.expectDone()
      try session.git("status", "--porcelain")
      session.expect(
        says: """
           M Portfolio/standards/data/ucum.yml
          A  staged.txt
          ?? untracked.txt
          """)
      #expect(try sandbox.read(path).contains("tooling: high"))
      #expect(try sandbox.read("Portfolio/standards/data/ucum.yml").contains("position: 21"))
      try session.git("show", "--stat", "--format=", "HEAD")
      session.expect(
        says: """
           Portfolio/CHANGELOG.md                 | 10 ++++++++++
           Portfolio/standards/data/loinc.yml     |  2 +-
           Proposals/0001-loinc-to-high/state.yml |  3 ++-
           3 files changed, 13 insertions(+), 2 deletions(-)
          """)
    }
  }

  @Test("Refuses a detached HEAD and a merge under way")
  func refusals() throws {
    try story("refusals") { session in
      let sandbox = session.sandbox
      try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
      try session.approve(1, by: .reviewer)
      session.expectDone()
      try sandbox.git("switch", "-q", "--detach")
      try session.run("commit", "1")
      session.expect(
        says: """
          [standard error]
          rspmaint: HEAD is detached: there is no branch to commit on
            help: git switch BRANCH
          [exit 1]
          """)
      try sandbox.git("switch", "-q", "main")
      try sandbox.write("0123456789012345678901234567890123456789\n", to: ".git/MERGE_HEAD")
      try session.run("commit", "1")
      session.expect(
        says: """
          [standard error]
          rspmaint: a merge is under way in this repository
            help: finish it, or give it up: 'git status' says how
          [exit 1]
          """)
      try FileManager.default.removeItem(atPath: sandbox.root + "/.git/MERGE_HEAD")
      try session.run("commit", "7")
      session.expect(
        says: """
          [standard error]
          rspmaint: there is no proposal 0007
          [exit 66]
          """)
      try session.run("commit", "1")
      session.expectDone()
      try session.expectSound()
    }
  }

  @Test("Counts numbers on other branches, and tells two folders of one number apart")
  func numbers() throws {
    try story("numbers") { session in
      let sandbox = session.sandbox
      try sandbox.git("switch", "-q", "-c", "other")
      try session.propose("On a branch", ["loinc", "--set", "tooling=high"])
      try sandbox.git("switch", "-q", "main")
      session.expectDone()
      try session.propose("On main", ["ucum", "--set", "tooling=high"])
      try session.expect("next")
      try sandbox.git("mv", "Proposals/0002-on-main", "Proposals/0001-on-main")
      try session.commitAll("Take a number that is taken")
      try sandbox.git("merge", "-q", "--no-edit", "other")
      try session.run("validate", "--quiet")
      try session.expect("validate")
      try session.run("diff", "--proposal", "1")
      session.expect(
        says: """
          [standard error]
          rspmaint: two folders have the number 0001: 0001-on-a-branch and 0001-on-main
            help: give one of them a free number: 'rspmaint sync'
            help: without a shared repository: 'rspmaint renumber 1'
          [exit 1]
          """)
    }
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
