import Foundation
import TestSupport
import Testing

@Suite("Reviews and quorum")
struct ReviewTests {
  @Test("Takes a survey of twelve ratings, one of them objected to")
  func survey() throws {
    try story("survey", committee: true) { session in
      let rated = [
        "dicom-ivus-sr", "dicom-cardiac-cath-sr", "dicom-ct-mr-cardiovascular-sr",
        "dicom-stress-testing-sr", "dicom-chest-cad", "dicom-colon-cad", "udi", "icd-11",
        "radlex-playbook", "rad-report", "dicom-ups", "dicom-enhanced-image-iods",
      ]
      try session.propose(
        "Survey of autumn", rated.flatMap { ["--set", "\($0):product-adoption=moderate"] })
      try session.expect("propose")
      let report = try session.report("--proposal", "1")
      try session.expect(
        report.start,
        says: """
          - from worktree
          - to   worktree with 0001
          - on   2026-11-23

          12 ratings; 1 proposal is waiting for reviews or mending.
          """)
      try session.expect(report.part("Proposals"), as: "report-proposals")
      try session.expect(report.part("Reassessed"), as: "report-reassessed")
      try session.expect(report.part("Consequences"), as: "report-consequences")
      try session.expect(
        report.part("Printed as before"),
        says: """
          Printed as before: Table 3: Information exchange standards; Table 4: Privacy and
          security standards; Table 6: Key standards for device to department integration;
          Table 7: Key standards for department to enterprise integration; Enterprise to
          cross-enterprise integration.
          """)
      try session.approve(1, by: .reviewer)
      session.expect(
        says: """
          rune-reviewer approves proposal 0001, “Survey of autumn”, content <id 2>.
          0001 needs one more approval, from another affiliation than North.
          Wrote Proposals/0001-survey-of-autumn/reviews/rune-reviewer.yml
          Committed as <id 3>.
          [exit 0]
          """)
      try session.run("status")
      try session.expect("status-approved")
      try session.run(
        "review", "1", "--object", "--comment", "UDI is not that far.", "--commit", as: .second)
      session.expect(
        says: """
          siri-second objects to proposal 0001, “Survey of autumn”, content <id 2>.
          0001 needs one more approval, from another affiliation than North, and the objection of siri-second settled.
          Wrote Proposals/0001-survey-of-autumn/reviews/siri-second.yml
          Committed as <id 4>.
          [exit 0]
          """)
      try session.run("status")
      try session.expect("status-objected")
      try session.run("commit", "1")
      session.expect(
        says: """
          [standard error]
          rspmaint: proposal 0001 needs one more approval, from another affiliation than North, and the objection of siri-second settled
            help: reviewers run 'rspmaint review 1 --approve'
          [exit 1]
          """)
      try session.run(
        "propose", "--update", "1", "--set", "udi:product-adoption=low", "--commit")
      try session.expect("update")
      try session.run("propose", "--update", "1", "--confirm", "udi:product-adoption", "--commit")
      try session.expect("confirm")
      try session.run("status")
      try session.expect("status-updated")
      try session.run("validate", "--quiet")
      session.expect(
        says: """
          Portfolio/overrides/ihe-tce-as-published.yml:3:5: warning: IHE TCE is listed as published though it misses preferred.product-adoption: requires moderate, is low (basis: calibrated) [override-as-published]
            help: a question for the committee: re-rate it, move it, explain it in a footnote, or change the criterion

          83 standards, 1 proposal: no errors, 1 warning, 25 notes
          [exit 0]
          """)
      try session.approve(1, by: .second, .reviewer)
      try session.expect("approve-again")
      try session.run("status")
      try session.expect("status-reviewed")
      try session.run("commit", "1")
      session.expect(
        says: """
          0001 Survey of autumn: committed on main as <id 10>
          [exit 0]
          """)
      try session.expectSound()
      try session.run("changelog")
      try session.expect("changelog")
      try session.git("log", "-1", "--format=%an%n%B")
      try session.expect("message")
    }
  }

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
            help: review under your member's address: 'git config user.email ADDRESS'
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
      try session.run("propose", "--update", "1", "--rationale", "Better said.", "--commit")
      try session.expect("update")
      try session.run("status")
      try session.expect("status")
      try session.run("validate", "--quiet")
      session.expect(
        says: """
          Portfolio/overrides/ihe-tce-as-published.yml:3:5: warning: IHE TCE is listed as published though it misses preferred.product-adoption: requires moderate, is low (basis: calibrated) [override-as-published]
            help: a question for the committee: re-rate it, move it, explain it in a footnote, or change the criterion

          83 standards, 1 proposal: no errors, 1 warning, 14 notes
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
        "propose", "--update", "1", "--rationale", "Said by another.", "--commit", as: .second)
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
      try session.run("reject", "1", "--because", "No evidence.", "--commit", as: .reviewer)
      session.expect(
        says: """
          Proposal 0001 is rejected: No evidence.
          Proposal 0002 came after it and can't be committed as it is: take 1 out of its 'after', then 'rspmaint refresh 2'.
          Wrote Proposals/0001-re-rate-loinc/state.yml
          Committed as <id 1>.
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
      try session.run("withdraw", "2", "--because", "Nothing to follow.", "--commit")
      session.expect(
        says: """
          Proposal 0002 is withdrawn: Nothing to follow.
          Wrote Proposals/0002-re-rate-ucum/state.yml
          Committed as <id 2>.
          [exit 0]
          """)
      try session.run("validate", "--quiet")
      session.expect(
        says: """
          Portfolio/overrides/ihe-tce-as-published.yml:3:5: warning: IHE TCE is listed as published though it misses preferred.product-adoption: requires moderate, is low (basis: calibrated) [override-as-published]
            help: a question for the committee: re-rate it, move it, explain it in a footnote, or change the criterion

          83 standards, 2 proposals: no errors, 1 warning, 13 notes
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
