import Foundation
import TestSupport
import Testing

@Suite("Taking back a save")
struct UndoTests {
  private static let state = "Proposals/0001-loinc-to-high/state.yml"

  private func proposed(_ work: (Transcript) throws -> Void) throws {
    _ = try session { session in
      try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
      session.expectDone()
      try work(session)
    }
  }

  @Test("Takes back one's own saves, one after another, and tells how to have them again")
  func takesBack() throws {
    try proposed { session in
      let sandbox = session.sandbox
      let start = try sandbox.id("HEAD~1")
      try session.run("review", "1", "--abstain", "--comment", "Mine.")
      let review = try sandbox.id("HEAD")
      session.expectDone()
      try session.run("undo", "--dry-run")
      #expect(try sandbox.id("HEAD") == review)
      try session.run("undo")
      session.expect(
        says: """
          Would take back <id 1>, “Review proposal 0001: abstain”:
            Proposals/0001-loinc-to-high/reviews/ada-editors-example-<id 2>.yml (removed)
          [exit 0]

          Took back <id 1>, “Review proposal 0001: abstain”:
            Proposals/0001-loinc-to-high/reviews/ada-editors-example-<id 2>.yml (removed)
          To have it again: 'git cherry-pick <id 1>'.
          [exit 0]
          """)
      try session.expectSound()
      try sandbox.git("cherry-pick", review)
      try session.run("undo")
      try session.run("undo")
      session.expectDone()
      #expect(try sandbox.id("HEAD") == start)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: sandbox.root + "/Proposals") == [])
      try session.expectSound()
    }
  }

  @Test("Takes back nothing over edits, staged ones included; other work stays as it is")
  func edits() throws {
    try proposed { session in
      let sandbox = session.sandbox
      try sandbox.write("mine\n", to: "staged.txt")
      try sandbox.git("add", "staged.txt")
      let saved = try sandbox.read(UndoTests.state)
      for script in ["", "git add \(UndoTests.state)"] {
        try sandbox.write(saved + "# Mine\n", to: UndoTests.state)
        try sandbox.shell(script)
        let refused = try session.run("undo")
        #expect(refused.code == 1)
        #expect(
          refused.err == """
            rspmaint: edited since the last commit, “Propose 0001: LOINC to high”: \(UndoTests.state)
              help: save that first; it is then what can be taken back: 'rspmaint save'

            """)
      }
      try sandbox.git("checkout", "-q", "HEAD", "--", UndoTests.state)
      #expect(try session.run("undo").code == 0)
      #expect(try sandbox.git("status", "--porcelain") == "A  staged.txt\n")
    }
  }

  @Test(
    "Leaves what is no save, not one's own, or shared",
    arguments: [
      (
        "rspmaint review 1 --approve", Sandbox.Actor.editor,
        "is by Rune Reviewer, who alone takes it back: “Review proposal 0001: approve”"
      ),
      (
        "rspmaint review 1 --approve; commit", .editor,
        "accepts proposal 0001, and no acceptance is taken back: “LOINC to high”"
      ),
      ("git commit -q --allow-empty -m 'Open the door'", .reviewer, "was not saved by a verb"),
      (
        "echo x > notes; git add notes; git commit -q -m 'Edit proposal 0001'", .reviewer,
        "was not saved by a verb"
      ),
      (
        "git switch -q -c b HEAD~1; git commit -q --allow-empty -m B; git merge -q --no-edit main",
        .reviewer, "is a merge"
      ),
      (
        "git update-ref refs/remotes/origin/topic/main HEAD", .editor,
        "is shared already, on origin/topic/main: “Propose 0001: LOINC to high”"
      ),
    ] as [(String, Sandbox.Actor, String)])
  func refuses(script: String, actor: Sandbox.Actor, words: String) throws {
    try proposed { session in
      let sandbox = session.sandbox
      if script.hasPrefix("rspmaint") {
        try session.approve(1, by: .reviewer)
        if script.hasSuffix("commit") { try session.run("commit", "1") }
        session.expectDone()
      } else {
        try sandbox.shell(script, as: .reviewer)
      }
      let tip = try sandbox.id("HEAD")
      let refused = try session.run("undo", as: actor)
      #expect(refused.code == 1 && refused.err.contains(words), "\(refused.err)")
      #expect(try sandbox.id("HEAD") == tip)
      #expect(try sandbox.git("status", "--porcelain") == "")
    }
  }

  @Test("Leaves the first commit of a history")
  func first() throws {
    _ = try session { session in
      let refused = try session.run("undo")
      #expect(refused.code == 1 && refused.err.contains("is the first of this history"))
    }
  }
}
