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
        (5.1).

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
}
