import Foundation
import TestSupport
import Testing

@Suite("Moves, splits, renames and the like")
struct MoveTests {
  private static let workflow = "Portfolio/standards/technical-workflow/"

  @Test("Follows a successor: one becomes preferred, then the other legacy")
  func succession() throws {
    try story("succession") { session in
      try session.propose(
        "Prefer IRWF.b",
        [
          "ihe-irwf-b", "--set", "product-adoption=moderate", "--set", "site-deployment=low",
          "--set", "group=preferred",
        ])
      try session.expect("successor")
      try session.propose(
        "IRWF goes to legacy", ["ihe-irwf", "--set", "group=legacy", "--after", "1"])
      try session.expect("follower")
      try session.expect(session.report("--proposal", "2"))
      try session.approve(1, by: .reviewer)
      try session.approve(2, by: .reviewer)
      session.expectDone()
      try session.run("commit", "2")
      session.expect(
        says: """
          [standard error]
          rspmaint: proposal 0002 comes after 0001, which is open
            help: commit both: 'rspmaint commit 1 2'
          [exit 1]
          """)
      try session.run("commit", "1")
      session.expectDone()
      try session.run("list", "--due")
      try session.expect("due")
      try session.run("explain", "ihe-irwf")
      try session.expect("explain")
      try session.run("commit", "2")
      session.expectDone()
      try session.expectSound()
      try session.run("show", "ihe-irwf")
      try session.expect("show")
      try session.run("list", "--due")
      session.expect(
        says: """
          0 of 83 standards
          [exit 0]
          """)
      try session.git("log", "--format=%an %s%n%b", "-2", "--first-parent", "HEAD")
      try session.expect("messages")
    }
  }

  @Test("Splits a standard: two continue it, and it is delisted")
  func split() throws {
    try story("split") { session in
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
          + Transcript.words + ["--open"])
      try session.expect("propose")
      try session.expect(session.report("--proposal", "1"))
      try session.approve(1, by: .reviewer)
      try session.run("commit", "1")
      session.expectDone()
      try session.expectSound()
      try session.run("history", "ihe-rem")
      try session.expect("history")
      try session.run("show", "ihe-rem")
      try session.expect("show")
      try session.run("changelog")
      try session.expect("changelog")
      try session.run("validate", "--quiet")
      session.expect(
        says: """
          Portfolio/overrides/ihe-tce-as-published.yml:3:5: warning: IHE TCE is listed as published though it misses preferred.product-adoption: requires moderate, is low (basis: calibrated) [override-as-published]
            help: a question for the committee: re-rate it, move it, explain it in a footnote, or change the criterion

          84 standards, 1 proposal: no errors, 1 warning, 19 notes
          [exit 0]
          """)
    }
  }
}
