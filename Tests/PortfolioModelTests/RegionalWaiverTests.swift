import Diagnostics
import PortfolioModel
import Testing

@Suite("Waivers by region")
struct RegionalWaiverTests {
  private static let granted = "{us: pilot, europe: low}"

  /// What is said of a preferred standard with a regional product adoption and a waiver of it.
  private func lines(_ adoption: String, at levels: String = granted) throws -> [String] {
    let entry =
      "kind: transition\nwaives:\n"
      + "  - {standard: a, criterion: preferred.product-adoption, at: \(levels)}\n"
      + "reason: R\nreview-by: next-edition\n"
    let portfolio = try Sample.portfolio(
      [try Sample.standard("a", with: assessment(adoption))],
      overrides: [try Sample.override("o", entry)])
    return Sample.lines(portfolio.findings(on: try Sample.day("2026-06-01")))
  }

  private func assessment(_ adoption: String) -> String {
    "assessment: {maturity: final, product-adoption: \(adoption), site-deployment: low, tooling: low}\n"
  }

  private static let missed = "criterion-missed a assessment.product-adoption"

  @Test(
    "Hold where each region that falls short stands at its level or above",
    arguments: [
      ("{regions: {us: pilot, europe: low}}", []),
      ("{regions: {us: low, europe: low, elsewhere: high}}", []),
      ("{combined: low, regions: {us: pilot, europe: low}}", []),
      // One region undercuts, though the other stands.
      ("{regions: {us: none, europe: low}}", [missed, "override-undercut o waives.0.at"]),
      ("{regions: {us: pilot, europe: pilot}}", [missed, "override-undercut o waives.0.at"]),
      // A region that nobody granted falls short too.
      (
        "{regions: {us: pilot, europe: low, elsewhere: low}}",
        [missed, "override-undercut o waives.0.at"]
      ),
      (
        "{combined: none, regions: {us: pilot, europe: low}}",
        [missed, "override-undercut o waives.0.at"]
      ),
      ("low", [missed, "override-undercut o waives.0.at"]),
      // A region that no longer falls short, or is not rated, is named without need.
      ("{regions: {us: pilot, europe: high}}", ["override-unneeded o waives.0.at.europe"]),
      ("{regions: {us: pilot}}", ["override-unneeded o waives.0.at.europe"]),
      ("{regions: {us: high, europe: high}}", ["override-unneeded o waives.0"]),
    ] as [(String, [String])])
  func covers(adoption: String, expected: [String]) throws {
    #expect(try lines(adoption) == expected)
  }

  @Test("Want regions of the portfolio and levels of the factor")
  func values() throws {
    #expect(
      try lines("{regions: {us: pilot}}", at: "{us: pilot, mars: low}")
        .contains("unknown-region o waives.0.at.mars"))
    #expect(
      try lines("{regions: {us: pilot}}", at: "{us: final}")
        .contains("unknown-word o waives.0.at.us"))
  }

  @Test("Are granted for the regions that fall short where no combined level counts")
  func granted() throws {
    func level(_ adoption: String) throws -> String? {
      let standard = try Sample.standard("a", with: assessment(adoption))
      let portfolio = try Sample.portfolio([standard])
      let criterion = try #require(
        portfolio.criteria.criterion(named: "preferred.product-adoption"))
      return Judge(portfolio).grantedLevel(of: criterion, for: standard)?.inlineBare
    }
    #expect(try level("{regions: {us: pilot, europe: high}}") == "{us: pilot}")
    #expect(try level("{combined: low, regions: {us: pilot}}") == "low")
    #expect(try level("pilot") == "pilot")
  }
}
