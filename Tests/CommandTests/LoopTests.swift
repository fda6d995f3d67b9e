import Foundation
import TestSupport
import Testing

@Suite("The loop: propose, validate, diff, review, commit")
struct LoopTests {
  @Test("Carries the shipped draft from open to committed")
  func shippedDraft() throws {
    try session(proposals: true) { session in
      try session.run("diff", "--proposal", "1")
      try session.run("open", "1")
      try session.commitAll("Open 0001")
      try session.run("commit", "1")
      try session.run("review", "1", "--approve", "--comment", "Agreed.", as: .reviewer)
      try session.run("status")
      try session.run("commit", "1")
      try session.commitAll("Review 0001", as: .reviewer)
      try session.run("commit", "1")
      try session.expectSound()
      try session.git("log", "-1", "--format=%an <%ae>%n%cn <%ce>%n%B")
      try session.git("show", "--stat", "--format=", "HEAD")
      try session.run("history", "ihe-tce")
      try session.run("changelog")
      try session.run("changelog", "--format", "json")
      try session.run("validate", "--quiet")
      try session.run("commit", "1")
    }.expectSnapshot("shipped-draft")
  }

  @Test("Says of the published portfolio what each rule finds there")
  func published() throws {
    try session { session in
      try session.run("validate")
      try session.run("criteria", "--calibrate")
      try session.run("rules")
    }.expectSnapshot("published")
  }

  @Test("Replays the SNOMED RT case and its sequel")
  func snomed() throws {
    try session { session in
      let sandbox = session.sandbox
      let snomed = try SnomedCase(sandbox)
      let numeric = snomed.numeric
      try session.run("validate", "--quiet")

      // Without the override: refused, with both missed criteria.
      try snomed.edit()
      let words = SnomedCase.words
      try session.run(
        "propose", "--from-worktree", words[0], words[1], words[2], words[3], words[4], words[5],
        "--open")
      #expect(sandbox.exists(numeric))
      try snomed.waive()
      try session.run(
        "propose", "--from-worktree", words[0], words[1], words[2], words[3], words[4], words[5],
        "--open")
      #expect(!sandbox.exists(numeric))
      try session.commitAll("Propose 0001")
      try session.run("diff", "--proposal", "1")
      try session.run("review", "1", "--approve", "--commit", as: .reviewer)
      try session.run("commit", "1")
      try session.expectSound()
      try session.run("explain", "snomed-ct-rt-identifiers")
      try session.run("explain", "snomed-ct-numeric-identifiers")
      try session.run("show", "snomed-ct-rt-identifiers")

      // The sequel: Numeric rises, and the entry that has become unneeded has to go.
      let sets = ["product-adoption=moderate", "site-deployment=low", "group=preferred"]
      let sequel = [
        "--title", "Prefer the numeric identifiers", "--rationale", "Products have followed.",
        "--evidence", "survey: Products <https://example.org/survey>",
      ]
      try session.run(
        "propose", "snomed-ct-numeric-identifiers", "--set", sets[0], "--set", sets[1], "--set",
        sets[2], sequel[0], sequel[1], sequel[2], sequel[3], sequel[4], sequel[5], "--open")
      try session.run(
        "propose", "snomed-ct-numeric-identifiers", "--set", sets[0], "--set", sets[1], "--set",
        sets[2], "--drop-override", "snomed-rt-licence", sequel[0], sequel[1], sequel[2],
        sequel[3], sequel[4], sequel[5], "--open", "--commit")
      try session.run("review", "2", "--approve", "--commit", as: .reviewer)
      try session.run("commit", "2")
      try session.expectSound()
      try session.run("explain", "snomed-ct-rt-identifiers")
      try session.run("changelog")
    }.expectSnapshot("snomed")
  }
}
