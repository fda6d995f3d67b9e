import TestSupport
import Testing

@Suite("A committee decides against the criteria, and looks again")
struct HoldStoryTests {
  private static let evidence = ["--evidence", "survey: Survey <https://example.org/survey>"]

  private func accept(_ number: Int, in session: Transcript, day: String) throws {
    try session.run(
      "review", String(number), "--approve", as: .reviewer, day: day)
    try session.run("commit", String(number), day: day)
  }

  private func propose(
    _ title: String, _ arguments: [String], in session: Transcript, day: String
  ) throws {
    try session.run(
      arguments: ["propose"] + arguments + ["--title", title, "--rationale", "As decided."]
        + HoldStoryTests.evidence + ["--open"], day: day)
  }

  @Test("Holds a due standard for a year, confirms the hold once more, then moves the standard")
  func held() throws {
    // Nothing is written of a day to come: the story starts years ago, and the portfolio before it.
    let (granted, ended, moved) = ("2024-11-25", "2025-11-26", "2026-06-01")
    try story("hold") { session in
      let sandbox = session.sandbox
      let amended = try sandbox.start(
        "/usr/bin/git", ["commit", "-q", "--amend", "--no-edit"], .editor, input: nil,
        ["GIT_COMMITTER_DATE": Sandbox.noon("2024-01-01")])
      try #require(amended.code == 0)
      try propose(
        "Rate UDI, and hold it",
        [
          "udi", "--set", "product-adoption=moderate", "--hold", "udi", "--from", "due", "--reason",
          "One year of figures is too little.", "--review-by", "2025-11-25",
        ], in: session, day: granted)
      try session.expect("granted-propose")
      try accept(1, in: session, day: granted)
      session.expectDone()
      try session.run("explain", "udi", day: granted)
      try session.expect("granted-explain")
      try session.run("status", day: granted)
      try session.expect("granted-status")

      try session.run("status", day: ended)
      try session.expect("ended-status")
      try session.run("explain", "udi", day: ended)
      try session.expect("ended-explain")

      try propose(
        "Hold UDI once more", ["--confirm-override", "udi-held", "--review-by", "2026-11-25"],
        in: session, day: ended)
      try session.expect("confirmed-propose")
      try session.expect(
        sandbox.read("Proposals/0002-hold-udi-once-more/proposal.yml"),
        as: "confirmed-proposal")
      try session.run("diff", "--proposal", "2", day: ended)
      try session.expect("confirmed-diff")
      try accept(2, in: session, day: ended)
      session.expectDone()
      try session.run("status", day: ended)
      try session.expect("confirmed-status")

      let move = ["udi", "--set", "group=preferred"]
      try propose("Prefer UDI", move, in: session, day: moved)
      try session.expect("moved-alone")
      try propose(
        "Prefer UDI", move + ["--drop-override", "udi-held"], in: session, day: moved)
      try accept(3, in: session, day: moved)
      session.expectDone()
      try session.run("history", "udi", day: moved)
      try session.expect("moved-history")
      try session.run("changelog", day: moved)
      try session.expect("moved-changelog")
      try session.expectSound()
      session.expectDone()
      let start = try sandbox.git("rev-list", "--max-parents=0", "HEAD").dropLast()
      let audit = try sandbox.rspmaint(["audit", "--since", String(start), "--as-of", moved])
      #expect(audit.code == 0, "\(audit.out)\(audit.err)")
    }
  }

  @Test("Refuses to delist what a waiver rests on, and names the entry")
  func ground() throws {
    try story("ground") { session in
      let snomed = try SnomedCase(session.sandbox)
      try snomed.edit()
      try snomed.waive()
      try session.sandbox.edit(
        "Portfolio/overrides/snomed-rt-licence.yml", "superseded-by-preferred}",
        "superseded-by-preferred, while: {superseded-by: [snomed-ct-numeric-identifiers]}}")
      // What is waived for Numeric stands in an entry of its own, which goes with it.
      let own =
        "  - {standard: snomed-ct-numeric-identifiers, criterion: "
        + "emerging.product-adoption, at: pilot}\n"
      try session.sandbox.edit("Portfolio/overrides/snomed-rt-licence.yml", own, "")
      try session.sandbox.write(
        "kind: transition\nwaives:\n\(own)reason: |\n  It is new.\nreview-by: next-edition\n",
        to: "Portfolio/overrides/snomed-numeric.yml")
      try session.sandbox.rspmaint(
        ["propose", "--from-worktree", "--as-of", "2026-11-23"] + SnomedCase.words
          + ["--open"]
      ).expectDone()
      try session.sandbox.rspmaint(
        ["review", "1", "--approve", "--as-of", "2026-11-23"], as: .reviewer
      ).expectDone()
      try session.sandbox.rspmaint(["commit", "1", "--as-of", "2026-11-23"]).expectDone()
      try session.run("explain", "snomed-ct-rt-identifiers")
      try session.expect("explain")
      try session.run(
        "propose", "--delist", "snomed-ct-numeric-identifiers", "--because", "Nobody adopted it.",
        "--drop-override", "snomed-numeric",
        "--title", "Delist the numeric identifiers", "--rationale", "As decided.",
        HoldStoryTests.evidence[0], HoldStoryTests.evidence[1], "--open")
      try session.expect("refused")
      #expect(!session.sandbox.exists("Proposals/0002-delist-the-numeric-identifiers"))
    }
  }

  @Test("Waives a criterion by region as the rating falls short, and not where it falls further")
  func regions() throws {
    try story("regional-waiver") { session in
      try session.run(
        "propose", "icd-10", "--set", "assessment.site-deployment.regions.elsewhere=pilot",
        "--waive", "preferred.site-deployment", "--reason", "It is young there.", "--review-by",
        "next-edition", "--title", "Rate ICD-10 elsewhere", "--rationale", "As decided.",
        HoldStoryTests.evidence[0], HoldStoryTests.evidence[1], "--open")
      try session.expect("propose")
      try session.expect(
        session.sandbox.read("Proposals/0001-rate-icd-10-elsewhere/proposal.yml"), as: "proposal")
      try accept(1, in: session, day: "2026-11-23")
      session.expectDone()
      try session.run("show", "icd-10")
      try session.expect("show")
      try session.run(
        "propose", "icd-10", "--set", "assessment.site-deployment.regions.elsewhere=none",
        "--title", "Rate ICD-10 lower", "--rationale", "As decided.",
        HoldStoryTests.evidence[0], HoldStoryTests.evidence[1], "--open")
      try session.expect("refused")
    }
  }
}
