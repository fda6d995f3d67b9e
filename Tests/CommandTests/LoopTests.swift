import Foundation
import TestSupport
import Testing

@Suite("The loop: propose, validate, diff, review, commit")
struct LoopTests {
  @Test("Carries the shipped draft from open to committed")
  func shippedDraft() throws {
    // ReportTests hold what the draft's report says.
    try story("shipped-draft", proposals: true) { session in
      try session.run("open", "1")
      session.expect(
        says: """
          Proposal 0001 is open for review.
          Wrote Proposals/0001-list-ihe-tce-as-emerging/state.yml
          Saved as <id 1>.
          [exit 0]
          """)
      try session.run("commit", "1")
      session.expect(
        says: """
          [standard error]
          rspmaint: proposal 0001 needs one approval by someone else (there is no committee.yml: one approval by someone else is taken as enough)
            help: reviewers run 'rspmaint review 1 --approve'
          [exit 1]
          """)
      try session.run("review", "1", "--approve", "--comment", "Agreed.", as: .reviewer)
      session.expect(
        says: """
          rune-north-example-<id 2> approves proposal 0001, “List IHE TCE as emerging”, content <id 3>.
          0001 is reviewed enough: 1 approval (there is no committee.yml: one approval by someone else is taken as enough).
          Wrote Proposals/0001-list-ihe-tce-as-emerging/reviews/rune-north-example-<id 2>.yml
          Saved as <id 4>.
          [exit 0]
          """)
      try session.run("status")
      try session.expect("status")
      try session.run("commit", "1")
      session.expect(
        says: """
          0001 List IHE TCE as emerging: committed on main as <id 5>
          There is no committee.yml: one approval by someone else was taken as enough.
          [exit 0]
          """)
      try session.expectSound()
      try session.git("log", "-1", "--format=%an <%ae>%n%cn <%ce>%n%B")
      try session.expect("message")
      try session.git("show", "--stat", "--format=", "HEAD")
      session.expect(
        says: """
           Portfolio/CHANGELOG.md                             | 14 ++++++++++++++
           Portfolio/overrides/ihe-tce-as-published.yml       |  9 ---------
           Portfolio/standards/technical-workflow/ihe-tce.yml |  4 ++--
           Proposals/0001-list-ihe-tce-as-emerging/state.yml  |  3 ++-
           4 files changed, 18 insertions(+), 12 deletions(-)
          """)
      try session.run("history", "ihe-tce")
      try session.expect("history")
      try session.run("changelog")
      try session.expect("changelog")
      try session.run("changelog", "--format", "json")
      try session.expect("changelog-json")
      try session.run("validate", "--quiet")
      session.expect(
        says: """
          83 standards, 2 proposals: no errors, no warnings, 16 notes
          [exit 0]
          """)
      try session.run("commit", "1")
      session.expect(
        says: """
          [standard error]
          rspmaint: proposal 0001 is accepted, not open
          [exit 1]
          """)
    }
  }

  @Test("Says of the published portfolio what each rule finds there")
  func published() throws {
    try story("published") { session in
      try session.run("validate")
      try session.expect("validate")
      try session.run("criteria", "--calibrate")
      try session.expect("calibration")
      try session.run("rules")
      try session.expect("rules")
    }
  }

  @Test("Replays the SNOMED RT case and its sequel")
  func snomed() throws {
    // ReportTests hold what the case's report says.
    try story("snomed") { session in
      let sandbox = session.sandbox
      let snomed = try SnomedCase(sandbox)
      let numeric = snomed.numeric
      try session.run("validate", "--quiet")
      session.expect(
        says: """
          Portfolio/overrides/ihe-tce-as-published.yml:3:5: warning: IHE TCE is listed as published though it misses preferred.product-adoption: requires moderate, is low (basis: calibrated) [override-as-published]
            help: a question for the committee: re-rate it, move it, explain it in a footnote, or change the criterion

          82 standards, no proposals: no errors, 1 warning, 12 notes
          [exit 0]
          """)

      // Without the override: refused, with both missed criteria.
      try snomed.edit()
      let propose = ["propose", "--from-worktree"] + SnomedCase.words + ["--open"]
      try session.run(arguments: propose)
      try session.expect("without-override")
      #expect(sandbox.exists(numeric))
      try snomed.waive()
      try session.run(arguments: propose)
      try session.expect("with-override")
      #expect(!sandbox.exists(numeric))
      try session.approve(1, by: .reviewer)
      try session.run("commit", "1")
      session.expectDone()
      try session.expectSound()
      try session.run("explain", "snomed-ct-rt-identifiers")
      try session.expect("explain-rt")
      try session.run("explain", "snomed-ct-numeric-identifiers")
      try session.expect("explain-numeric")
      try session.run("show", "snomed-ct-rt-identifiers")
      try session.expect("show-rt")

      // The sequel: Numeric rises, and the entry that has become unneeded has to go.
      let rise = [
        "propose", "snomed-ct-numeric-identifiers", "--set", "product-adoption=moderate", "--set",
        "site-deployment=low", "--set", "group=preferred",
      ]
      let sequel = [
        "--title", "Prefer the numeric identifiers", "--rationale", "Products have followed.",
        "--evidence", "survey: Products <https://example.org/survey>", "--open",
      ]
      try session.run(arguments: rise + sequel)
      try session.expect("unneeded-override")
      try session.run(
        arguments: rise + ["--drop-override", "snomed-rt-licence"] + sequel)
      try session.expect("rise")
      try session.approve(2, by: .reviewer)
      try session.run("commit", "2")
      session.expectDone()
      try session.expectSound()
      try session.run("explain", "snomed-ct-rt-identifiers")
      try session.expect("explain-rt-after-the-sequel")
      try session.run("changelog")
      try session.expect("changelog")
    }
  }
}
