import Foundation
import TestSupport
import Testing

@Suite("Moves, splits, renames and the like")
struct MoveTests {
  private static let workflow = "Portfolio/standards/technical-workflow/"

  @Test("Follows a successor: one becomes preferred, then the other legacy")
  func succession() throws {
    try session { session in
      try session.propose(
        "Prefer IRWF.b",
        [
          "ihe-irwf-b", "--set", "product-adoption=moderate", "--set", "site-deployment=low",
          "--set", "group=preferred",
        ])
      try session.propose(
        "IRWF goes to legacy", ["ihe-irwf", "--set", "group=legacy", "--after", "1"])
      try session.run("diff", "--proposal", "2")
      try session.approve(1, by: .reviewer)
      try session.approve(2, by: .reviewer)
      try session.run("commit", "2")
      try session.run("commit", "1")
      try session.run("list", "--due")
      try session.run("explain", "ihe-irwf")
      try session.run("commit", "2")
      try session.expectSound()
      try session.run("show", "ihe-irwf")
      try session.run("list", "--due")
      try session.git("log", "--format=%an %s%n%b", "-2", "--first-parent", "HEAD")
    }.expectSnapshot("succession")
  }

  @Test("Splits a standard: two continue it, and it is delisted")
  func split() throws {
    try session { session in
      let sandbox = session.sandbox
      let path = MoveTests.workflow + "ihe-rem.yml"
      let record = try sandbox.read(path)
      for part in ["ct", "xa"] {
        try sandbox.write(
          record.replacingOccurrences(of: "IHE REM", with: "IHE REM-\(part.uppercased())"),
          to: MoveTests.workflow + "ihe-rem-\(part).yml")
      }
      try sandbox.git("rm", "-q", path)
      try sandbox.git("reset", "-q")
      for other in ["ihe-rem-nm.yml"] {
        try sandbox.edit(MoveTests.workflow + other, "mirrors: [ihe-rem]", "mirrors: [ihe-rem-ct]")
      }
      try sandbox.edit(
        "Portfolio/use-cases/device-to-department.yml", "standards: [ihe-rem]",
        "standards: [ihe-rem-ct, ihe-rem-xa]")
      try session.run(
        arguments: [
          "propose", "--from-worktree", "--title", "Split REM", "--because",
          "The profile was split.", "--replaced-by", "ihe-rem-ct", "--replaced-by", "ihe-rem-xa",
          "--continues", "ihe-rem-ct:ihe-rem", "--continues", "ihe-rem-xa:ihe-rem",
        ]
          + Transcript.words + ["--open", "--commit"])
      try session.run("diff", "--proposal", "1")
      try session.approve(1, by: .reviewer)
      try session.run("commit", "1")
      try session.expectSound()
      try session.run("history", "ihe-rem")
      try session.run("show", "ihe-rem")
      try session.run("changelog")
      try session.run("validate", "--quiet")
    }.expectSnapshot("split")
  }

  @Test("Renames, recategorizes, corrects and re-rates a region")
  func smaller() throws {
    try session { session in
      try session.propose("Rename WIA", ["ihe-wia", "--set", "brief-name=IHE WIA 2"])
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
      try session.run("diff", "--proposal", "1", "2", "3", "4", "5")
      for number in 1...5 { try session.approve(number, by: .reviewer) }
      try session.run("commit", "1", "2", "3", "4", "5")
      try session.expectSound()
      try session.run("list", "--category", "content", "--group", "preferred")
      try session.run("show", "ihe-wia")
      try session.run("changelog")
      try session.git("log", "--format=%s", "-5")
    }.expectSnapshot("smaller")
  }

  @Test("Tightens a threshold with transitions")
  func threshold() throws {
    try session { session in
      let change = ["--criteria", "preferred.site-deployment=moderate"]
      try session.run(
        arguments: ["propose"] + change + ["--title", "Ask for moderate deployment"]
          + Transcript.words + ["--open"])
      try session.run(
        arguments: ["propose"] + change + [
          "--transitions", "--review-by", "2028-12-31",
          "--title", "Ask for moderate deployment",
        ] + Transcript.words + ["--open", "--commit"])
      try session.run("diff", "--proposal", "1")
      try session.approve(1, by: .reviewer)
      try session.run("commit", "1")
      try session.expectSound()
      try session.run("explain", "dicomweb")
      try session.run("criteria")
      try session.run("validate", "--quiet")
      try session.run("validate", "--quiet", day: "2029-01-01")
    }.expectSnapshot("threshold")
  }
}
