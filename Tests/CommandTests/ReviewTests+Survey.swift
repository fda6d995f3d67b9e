import Foundation
import TestSupport
import Testing

extension ReviewTests {
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
      try session.expect(session.report("--proposal", "1"))
      try session.approve(1, by: .reviewer)
      session.expect(
        says: """
          rune-reviewer approves proposal 0001, “Survey of autumn”, content <id 2>.
          0001 needs one more approval, from another affiliation than North.
          Wrote Proposals/0001-survey-of-autumn/reviews/rune-reviewer.yml
          Saved as <id 3>.
          [exit 0]
          """)
      try session.run("status")
      try session.expect("status-approved")
      try session.run(
        "review", "1", "--object", "--comment", "UDI is not that far.", as: .second)
      session.expect(
        says: """
          siri-second objects to proposal 0001, “Survey of autumn”, content <id 2>.
          0001 needs one more approval, from another affiliation than North, and the objection of siri-second settled.
          Wrote Proposals/0001-survey-of-autumn/reviews/siri-second.yml
          Saved as <id 4>.
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
        "propose", "--update", "1", "--set", "udi:product-adoption=low")
      try session.expect("update")
      try session.run("propose", "--update", "1", "--confirm", "udi:product-adoption")
      try session.expect("confirm")
      try session.run("status")
      try session.expect("status-updated")
      try session.run("validate", "--quiet")
      session.expect(
        says: """
          Portfolio/overrides/ihe-tce-as-published.yml:3:5: warning: IHE TCE is listed as published though it misses preferred.product-adoption: requires moderate, is low (basis: calibrated) [override-as-published]
            help: a question for the committee: re-rate it, move it, explain it in a footnote, or change the criterion

          83 standards, 1 proposal: no errors, 1 warning, 27 notes
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
}
