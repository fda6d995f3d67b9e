import Foundation
import TestSupport
import Testing

extension MoveTests {
  @Test("Renames, recategorizes, corrects and re-rates a region")
  func smaller() throws {
    try story("smaller") { session in
      try session.propose("Rename WIA", ["ihe-wia", "--set", "brief-name=IHE WIA 2"])
      try session.expect("rename")
      try session.propose(
        "GSDF is content", ["dicom-gsdf", "--set", "category=content", "--place", "first"])
      try session.propose(
        "Correct a clause", ["ihe-rem-nm", "--set", "clause=5.4.3.19", "--nature", "correction"])
      try session.propose(
        "XDS.b rises in the US",
        ["ihe-xds-b", "--set", "assessment.site-deployment.regions.us=moderate"])
      try session.propose(
        "Reword a scope",
        ["loinc", "--set", "scope=Terminology of codes and names for measurements."])
      session.expectDone()
      try session.expect(session.report("--proposal", "1", "2", "3", "4", "5"))
      for number in 1...5 { try session.approve(number, by: .reviewer) }
      session.expectDone()
      try session.run("commit", "1", "2", "3", "4", "5")
      try session.expect("commit")
      try session.expectSound()
      let list = try session.run("list", "--category", "content", "--group", "preferred")
      session.expectDone()
      #expect(list.out.split(separator: "\n").dropFirst(2).first?.hasPrefix("dicom-gsdf ") == true)
      #expect(list.out.hasSuffix("\n19 of 83 standards\n"))
      try session.run("show", "ihe-wia")
      try session.expect("show")
      try session.run("changelog")
      try session.expect("changelog")
      try session.git("log", "--format=%s", "-5")
      session.expect(
        says: """
          Reword a scope
          XDS.b rises in the US
          Correct a clause
          GSDF is content
          Rename WIA
          """)
    }
  }

  @Test("Tightens a threshold with transitions")
  func threshold() throws {
    try story("threshold") { session in
      let change = ["--criteria", "preferred.site-deployment=moderate"]
      try session.run(
        arguments: ["propose"] + change + ["--title", "Ask for moderate deployment"]
          + Transcript.words + ["--open"])
      try session.expect("without-transitions")
      try session.run(
        arguments: ["propose"] + change + [
          "--transitions", "--review-by", "2028-12-31",
          "--title", "Ask for moderate deployment",
        ] + Transcript.words + ["--open"])
      session.expectDone()
      // ReportTests hold what else the report says.
      let report = try session.report("--proposal", "1")
      try session.expect(report.paragraph("Override transition"), as: "report-overrides")
      try session.approve(1, by: .reviewer)
      try session.run("commit", "1")
      session.expectDone()
      try session.expectSound()
      try session.run("explain", "dicomweb")
      try session.expect("explain")
      try session.run("criteria")
      try session.expect("criteria")
      try session.run("validate", "--quiet")
      session.expect(
        says: """
          Portfolio/overrides/ihe-tce-as-published.yml:3:5: warning: IHE TCE is listed as published though it misses preferred.product-adoption: requires moderate, is low (basis: calibrated) [override-as-published]
            help: a question for the committee: re-rate it, move it, explain it in a footnote, or change the criterion

          83 standards, 1 proposal: no errors, 1 warning, 15 notes
          [exit 0]
          """)
      try session.run("validate", "--quiet", day: "2029-01-01")
      try session.expect("overdue")
    }
  }
}
