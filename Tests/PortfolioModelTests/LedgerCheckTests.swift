import Diagnostics
import PortfolioModel
import Testing

@Suite("Checks of the ledger")
struct LedgerCheckTests {
  private static let reviewed = "reason: R\nreview-by: next-edition\n"

  /// The findings on an override `o` beside a preferred standard `a` with low product adoption.
  private func findings(
    _ override: String, rated: String = "final low low low", on today: String = "2026-06-01"
  ) throws -> [String] {
    let portfolio = try Sample.portfolio(
      [try Sample.standard("a", rated: rated), try Sample.standard("n", .legacy)],
      delisted: [try Sample.delisted("gone")], overrides: [try Sample.override("o", override)])
    return Sample.lines(
      LedgerCheck(Judge(portfolio), today: try Sample.day(today)).findings())
  }

  private func waiver(_ text: String, kind: String = "transition") -> String {
    "kind: \(kind)\nwaives:\n  - {\(text)}\n" + LedgerCheckTests.reviewed
  }

  @Test("Is silent on a waiver that is needed")
  func needed() throws {
    #expect(
      try findings(waiver("standard: a, criterion: preferred.product-adoption, at: low")) == [])
    #expect(try findings(waiver("standard: n, criterion: legacy.superseded-by-preferred")) == [])
  }

  @Test("Tells unneeded waivers: met, or of another group")
  func unneeded() throws {
    let text = waiver("standard: a, criterion: preferred.product-adoption, at: low")
    #expect(
      try findings(text, rated: "final moderate low low") == ["override-unneeded o waives.0"])
    #expect(
      try findings(waiver("standard: a, criterion: legacy.superseded-by-preferred"))
        == ["override-unneeded o waives.0"])
  }

  @Test("Tells a level below the one granted")
  func undercut() throws {
    #expect(
      try findings(
        waiver("standard: a, criterion: preferred.product-adoption, at: low"),
        rated: "final pilot low low") == ["override-undercut o waives.0.at"])
  }

  @Test("Tells standards and criteria that are not there")
  func unknown() throws {
    #expect(
      try findings(waiver("standard: b, criterion: preferred.adoption"))
        == [
          "override-unknown-standard o waives.0.standard",
          "override-unknown-criterion o waives.0.criterion",
        ])
    #expect(
      try findings(waiver("standard: gone, criterion: preferred.maturity, at: trial-use"))
        == ["override-unknown-standard o waives.0.standard"])
  }

  @Test("Wants a level of a threshold's factor, and none of a condition")
  func levels() throws {
    #expect(
      try findings(waiver("standard: a, criterion: preferred.product-adoption"))
        == ["override-without-level o waives.0"])
    #expect(
      try findings(waiver("standard: n, criterion: legacy.superseded-by-preferred, at: low"))
        == ["override-level-on-condition o waives.0.at"])
    #expect(
      try findings(waiver("standard: a, criterion: preferred.product-adoption, at: final"))
        == ["unknown-word o waives.0.at"])
  }

  @Test(
    "Asks for a date of review and for its review once it has passed",
    arguments: [
      ("review-by: 2026-05-31\n", ["override-past-review o review-by"]),
      ("review-by: 2026-06-01\n", []), ("review-by: next-edition\n", []),
      ("", ["override-without-review o"]), ("origin: First\n", ["override-without-review o"]),
      ("origin: First\nnotes: Carried.\n", []),
      ("origin: \"7\"\nnotes: N.\n", ["override-without-review o"]),
      ("notes: N.\n", ["override-without-review o"]),
    ])
  func reviews(more: String, expected: [String]) throws {
    let text =
      "kind: transition\nwaives:\n  - {standard: a, criterion: preferred.product-adoption, at: low}\n"
      + "reason: R\n"
    #expect(try findings(text + more) == expected)
  }

  @Test("Wants the text of a footnote, and none of the other kinds")
  func texts() throws {
    let body = waiver("standard: a, criterion: preferred.product-adoption, at: low")
    #expect(try findings("text: T\n" + body) == ["unknown-key o text"])
    #expect(
      try findings(body.replacing("transition", with: "footnote")) == ["missing-key o"])
    #expect(try findings("text: T\n" + body.replacing("transition", with: "footnote")) == [])
  }

  @Test("Asks about what is listed as published while it is missed")
  func asPublished() throws {
    let text = waiver(
      "standard: a, criterion: preferred.product-adoption, at: low", kind: "as-published")
    #expect(try findings(text) == ["override-as-published o waives.0"])
    #expect(
      try findings(text, rated: "final high low low") == ["override-unneeded o waives.0"])
  }
}
