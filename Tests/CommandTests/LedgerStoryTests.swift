import Foundation
import TestSupport
import Testing

/// What a committee decides against the criteria, as the binary tells it, a step at a time.
@Suite("Stories of the ledger")
struct LedgerStoryTests {
  private static let words = ["--title", "T"] + Transcript.words

  @Test("A move from preferred to legacy says what it means under 5.1, in every format")
  func effect() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let sets = [
      "ihe-irwf-b:product-adoption=moderate", "ihe-irwf-b:site-deployment=low",
      "ihe-irwf-b:group=preferred", "ihe-irwf:group=legacy",
    ]
    try sandbox.rspmaint(
      ["propose"] + sets.flatMap { ["--set", $0] } + LedgerStoryTests.words
    ).expectDone()
    let effect = "It stays required where its scope applies, unless locally mandated otherwise"
    let told = try sandbox.rspmaint(["diff", "--proposal", "1"]).out
    #expect(
      told.contains(
        """
        IHE IRWF: preferred → legacy
        \(effect)
        (5.1). IHE IRWF misses “not superseded”
        """), "\(told)")
    for format in ["markdown", "html", "json"] {
      let told = try sandbox.rspmaint(["diff", "--proposal", "1", "--format", format]).out
      #expect(told.contains("\(effect) (5.1)."), "\(format)")
    }
  }

  @Test("A changed rating by region without a combined level is a warning with two ways on")
  func regional() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let proposed = try sandbox.rspmaint(
      ["propose", "ihe-xds-b", "--set", "assessment.site-deployment.regions.us=moderate"]
        + LedgerStoryTests.words)
    #expect(proposed.code == 0)
    #expect(
      proposed.out.contains(
        """
        Proposals/0001-t/proposal.yml:6:5: warning: site deployment of IHE XDS.b has no combined level, so it counts with its lowest region: low [regional-without-combined]
          help: give the level of all regions combined: 'rspmaint propose --update 1 --set ihe-xds-b:assessment.site-deployment.combined=LEVEL'
          help: or leave it: it counts, like those carried from the publication, with its lowest region, 'elsewhere' included

        """), "\(proposed.out)")
    // Left as it is, it can be opened; the records carried from the publication are not told of.
    try sandbox.rspmaint(["open", "1"]).expectDone()
    #expect(
      try sandbox.rspmaint(["validate", "--quiet"]).out.contains("2 warnings"))
    let combined = try sandbox.rspmaint([
      "propose", "--update", "1", "--set",
      "ihe-xds-b:assessment.site-deployment.combined=moderate",
    ])
    combined.expectDone()
    #expect(!combined.out.contains("regional-without-combined"))
  }

  private static let move = [
    "--set", "ihe-irwf-b:product-adoption=moderate", "--set", "ihe-irwf-b:site-deployment=low",
    "--set", "ihe-irwf-b:group=preferred", "--set", "ihe-irwf:group=legacy",
  ]

  private static let footnote = [
    "--explain-move", "ihe-irwf", "--text", "Its successor has taken over.", "--reason",
    "Sites ask why.", "--review-by", "2028-11-30",
  ]

  @Test("A footnote on a move stands on the name, wherever the move is told")
  func explained() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.rspmaint(
      ["propose"] + LedgerStoryTests.move + LedgerStoryTests.footnote + LedgerStoryTests.words
        + ["--open"]
    ).expectDone()
    #expect(
      try sandbox.read("Proposals/0001-t/proposal.yml").contains(
        """
          - override: ihe-irwf-to-legacy
            add:
              kind: footnote
              text: |
                Its successor has taken over.
              moves:
                - {standard: ihe-irwf, from: preferred, to: legacy}
              reason: |
                Sites ask why.
              review-by: 2028-11-30

        """))
    let report = try sandbox.rspmaint(["diff", "--proposal", "1"]).out
    #expect(
      report.contains(
        """
        Override ihe-irwf-to-legacy: granted
        - explains the move of IHE IRWF from preferred to legacy
        - footnote: Its successor has taken over.
        - reason: Sites ask why.
        - Review by 2028-11-30.
        """), "\(report)")
    for format in ["markdown", "html", "json"] {
      let told = try sandbox.rspmaint(["diff", "--proposal", "1", "--format", format]).out
      #expect(told.contains("ihe-irwf-to-legacy"), "\(format)")
    }
    try sandbox.rspmaint(["review", "1", "--approve"], as: .reviewer).expectDone()
    try sandbox.rspmaint(["commit", "1"]).expectDone()
    try sandbox.rspmaint(["audit", "--since", "HEAD~2"]).expectDone()
    let table = try sandbox.rspmaint(["tables", "--category", "technical-workflow"]).out
    #expect(table.contains("IHE IRWF (b)"), "\(table)")
    #expect(table.contains("(b) Its successor has taken over."), "\(table)")
    let told = "explains the move from preferred to legacy: Its successor has taken"
    for verb in ["explain", "show"] {
      let lines = try sandbox.rspmaint([verb, "ihe-irwf"]).out
      #expect(lines.replacingOccurrences(of: "\n  ", with: " ").contains(told), "\(lines)")
    }
    #expect(
      try sandbox.read("Portfolio/CHANGELOG.md").contains(
        "`ihe-irwf-to-legacy` granted: explains the move of `ihe-irwf` from preferred to legacy"))
    #expect(try sandbox.rspmaint(["validate", "--quiet"]).out.contains("no errors, 1 warning"))
  }

  @Test("A footnote on a move that is not made is refused, and one on a move undone is unneeded")
  func notMade() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let retold = ["--explain-move", "ihe-irwf@legacy"] + LedgerStoryTests.footnote.dropFirst(2)
    let wrong = try sandbox.rspmaint(
      ["propose"] + LedgerStoryTests.move + retold + LedgerStoryTests.words + ["--open"])
    #expect(wrong.code == 1)
    #expect(
      wrong.err.contains(
        "override ihe-irwf-to-legacy explains the move of IHE IRWF from legacy to legacy, "
          + "but it moves from preferred [override-move-not-made]"), "\(wrong.err)")
    try sandbox.rspmaint(
      ["propose"] + LedgerStoryTests.move + LedgerStoryTests.footnote + LedgerStoryTests.words
        + ["--open"]
    ).expectDone()
    try sandbox.rspmaint(["review", "1", "--approve"], as: .reviewer).expectDone()
    try sandbox.rspmaint(["commit", "1"]).expectDone()
    let undone = [
      "propose", "ihe-irwf", "--set", "group=emerging", "--exception", "It came back.", "--open",
    ]
    let kept = try sandbox.rspmaint(undone + LedgerStoryTests.words)
    #expect(kept.code == 1)
    #expect(
      kept.err.contains(
        "override ihe-irwf-to-legacy explains the move of IHE IRWF from preferred to legacy "
          + "without need: IHE IRWF is emerging [override-unneeded]"), "\(kept.err)")
    try sandbox.rspmaint(
      undone + ["--drop-override", "ihe-irwf-to-legacy"] + LedgerStoryTests.words
    ).expectDone()
  }

  @Test("A paraphrase says of what, and the tables say once that it is one")
  func paraphrase() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let footnote = LedgerStoryTests.footnote + ["--override-id", "irwf", "--paraphrase"]
    let unsaid = try sandbox.rspmaint(
      ["propose"] + LedgerStoryTests.move + footnote + LedgerStoryTests.words + ["--open"])
    #expect(unsaid.code == 1)
    #expect(
      unsaid.err.contains(
        "lacks 'origin' and 'clause' [override-source-missing]"), "\(unsaid.err)")
    let source = ["--origin", "The newsletter", "--clause", "Page 3"]
    try sandbox.rspmaint(
      ["propose"] + LedgerStoryTests.move + footnote + source + LedgerStoryTests.words
        + ["--open"]
    ).expectDone()
    let report = try sandbox.rspmaint(["diff", "--proposal", "1"]).out
    #expect(report.contains("in other words than The newsletter, Page 3"), "\(report)")
    try sandbox.rspmaint(["review", "1", "--approve"], as: .reviewer).expectDone()
    try sandbox.rspmaint(["commit", "1"]).expectDone()
    #expect(
      try sandbox.read("Portfolio/overrides/irwf.yml") == """
        kind: footnote
        text: |
          Its successor has taken over.
        paraphrase: true
        moves:
          - {standard: ihe-irwf, from: preferred, to: legacy}
        reason: |
          Sites ask why.
        origin: The newsletter
        clause: Page 3
        review-by: 2028-11-30

        """)
    for (format, line) in [
      ("text", "- (b) Its successor has taken over. (paraphrased)"),
      ("markdown", "Its successor has taken over. (paraphrased)"),
      ("html", "Its successor has taken over. (paraphrased)"),
      ("csv", "(b) Its successor has taken over. (paraphrased)"),
      ("json", "\"paraphrased\" : true"),
    ] {
      let table = try sandbox.rspmaint([
        "tables", "--category", "technical-workflow", "--format", format,
      ]).out
      #expect(table.components(separatedBy: line).count == 2, "\(format): \(table)")
    }
    #expect(
      try sandbox.read("Portfolio/CHANGELOG.md").contains("paraphrases The newsletter, Page 3"))
  }
}
