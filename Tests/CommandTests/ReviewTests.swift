import Foundation
import TestSupport
import Testing

@Suite("Reviews and quorum")
struct ReviewTests {

  @Test("Counts no own, lapsed, foreign or former member's approval")
  func discounts() throws {
    try story("discounts", committee: true) { session in
      try session.propose("Re-rate LOINC", ["loinc", "--set", "tooling=high"])
      session.expectDone()
      try session.run("review", "1", "--approve", as: .editor)
      session.expect(
        says: """
          [standard error]
          rspmaint: Ada Editor proposed or edited proposal 0001, and nobody approves their own
            help: someone else reviews it; you may object or abstain
          [exit 1]
          """)
      try session.run("review", "1", "--approve", as: .left)
      session.expect(
        says: """
          [standard error]
          rspmaint: lars-left is not on the committee on 2026-11-23
            help: members serve from 'from' to 'until' in committee.yml
          [exit 1]
          """)
      try session.run("review", "1", "--approve", as: .stranger)
      session.expect(
        says: """
          [standard error]
          rspmaint: Sam Stranger <sam@elsewhere.example> is not on the committee
            help: review under your member's address: rspmaint identity 'NAME <EMAIL>'
            help: the members are: cleo-chair, ada-editor, rune-reviewer, siri-second, lars-left
          [exit 1]
          """)
      try session.run("review", "1", "--object", as: .reviewer)
      session.expect(
        says: """
          [standard error]
          rspmaint: an objection needs a comment
            help: add '--comment TEXT'
          [exit 64]
          """)
      try session.approve(1, by: .reviewer)
      session.expectDone()
      try session.run("propose", "--update", "1", "--rationale", "Better said.")
      try session.expect("update")
      try session.run("status")
      try session.expect("status")
      try session.run("validate", "--quiet")
      session.expect(
        says: """
          Portfolio/overrides/ihe-tce-as-published.yml:3:5: warning: IHE TCE is listed as published though it misses preferred.product-adoption: requires moderate, is low (basis: calibrated) [override-as-published]
            help: a question for the committee: re-rate it, move it, explain it in a footnote, or change the criterion

          83 standards, 1 proposal: no errors, 1 warning, 16 notes
          [exit 0]
          """)
      try session.run("commit", "1")
      session.expect(
        says: """
          [standard error]
          rspmaint: proposal 0001 needs 2 approvals from 2 affiliations
            help: the review by rune-reviewer (approve) does not count: it approves an earlier content
            help: reviewers run 'rspmaint review 1 --approve'
          [exit 1]
          """)
      // Whoever edits the text is one of its own people from then on.
      try session.run(
        "propose", "--update", "1", "--rationale", "Said by another.", as: .second)
      session.expectDone()
      try session.run("review", "1", "--approve", as: .second)
      session.expect(
        says: """
          [standard error]
          rspmaint: Siri Second proposed or edited proposal 0001, and nobody approves their own
            help: someone else reviews it; you may object or abstain
          [exit 1]
          """)
      try session.approve(1, by: .reviewer, .chair)
      try session.expect("approve")
      try session.run("commit", "1")
      session.expectDone()
      try session.expectSound()
    }
  }

  @Test("Closes proposals for good")
  func closing() throws {
    try story("closing") { session in
      try session.propose("Re-rate LOINC", ["loinc", "--set", "tooling=high"])
      try session.propose("Re-rate UCUM", ["ucum", "--set", "tooling=high", "--after", "1"])
      session.expectDone()
      try session.run("withdraw", "1", "--because", "Mistaken.", as: .reviewer)
      session.expect(
        says: """
          [standard error]
          rspmaint: proposal 0001 is Ada Editor's, who alone can withdraw it
            help: the committee rejects: 'rspmaint reject 1 --because REASON'
          [exit 1]
          """)
      try session.run("reject", "1", "--because", "No evidence.", as: .reviewer)
      session.expect(
        says: """
          Proposal 0001 is rejected: No evidence.
          Proposal 0002 came after it and can't be committed as it is: take 1 out of its 'after', then 'rspmaint refresh 2'.
          Wrote Proposals/0001-re-rate-loinc/state.yml
          Saved as <id 1>.
          [exit 0]
          """)
      try session.run("reject", "1", "--because", "Again.")
      session.expect(
        says: """
          [standard error]
          rspmaint: proposal 0001 is rejected and never changes again
          [exit 1]
          """)
      try session.run("review", "1", "--approve", as: .reviewer)
      session.expect(
        says: """
          [standard error]
          rspmaint: proposal 0001 is rejected and never changes again
            help: write a new one: 'rspmaint propose'
          [exit 1]
          """)
      try session.run("status")
      try session.expect("status")
      try session.run("withdraw", "2", "--because", "Nothing to follow.")
      session.expect(
        says: """
          Proposal 0002 is withdrawn: Nothing to follow.
          Wrote Proposals/0002-re-rate-ucum/state.yml
          Saved as <id 2>.
          [exit 0]
          """)
      try session.run("validate", "--quiet")
      session.expect(
        says: """
          Portfolio/overrides/ihe-tce-as-published.yml:3:5: warning: IHE TCE is listed as published though it misses preferred.product-adoption: requires moderate, is low (basis: calibrated) [override-as-published]
            help: a question for the committee: re-rate it, move it, explain it in a footnote, or change the criterion

          83 standards, 2 proposals: no errors, 1 warning, 15 notes
          [exit 0]
          """)
      try session.run("review", "9", "--approve")
      session.expect(
        says: """
          [standard error]
          rspmaint: there is no proposal 0009
            help: the proposals are: 0001, 0002
          [exit 66]
          """)
      try session.git("log", "--format=%s")
      session.expect(
        says: """
          Withdraw proposal 0002
          Reject proposal 0001
          Propose 0002: Re-rate UCUM
          Propose 0001: Re-rate LOINC
          Import the portfolio
          """)
    }
  }
}
