import Diagnostics
import PortfolioModel
import Testing

@Suite("What a waiver rests on")
struct WaiverGroundTests {
  /// `l` is legacy and superseded by `s`, which is only emerging; the entry waives that.
  private func base(
    _ ground: String = ", while: {superseded-by: [s]}", delisted: Bool = false,
    with more: String = "superseded-by: [s]\n"
  ) throws -> Portfolio {
    let entry =
      "kind: transition\nwaives:\n"
      + "  - {standard: l, criterion: legacy.superseded-by-preferred\(ground)}\n"
      + "reason: R\nreview-by: next-edition\n"
    let legacy = try Sample.standard("l", .legacy, with: more)
    let successor = try Sample.standard("s", .emerging, rated: "final low low low")
    return try Sample.portfolio(
      [legacy] + (delisted ? [] : [successor]),
      delisted: delisted ? [try Sample.delisted("s")] : [],
      overrides: [try Sample.override("o", entry)])
  }

  private func findings(_ portfolio: Portfolio) throws -> [Finding] {
    portfolio.findings(on: try Sample.day("2026-06-01")).filter { $0.rule != .successorNotListed }
  }

  @Test("Holds the waiver while it stands")
  func stands() throws {
    let portfolio = try base()
    #expect(Sample.lines(try findings(portfolio)) == [])
    let standard = try #require(portfolio.standards[Sample.id("l")])
    let verdict = try #require(Judge(portfolio).verdicts(on: standard, in: .legacy).first)
    #expect(verdict.waivedBy?.text == "o" && verdict.ground.map(\.text) == ["s"])
  }

  @Test("Ends the waiver, with a warning, once it is no longer listed or names another")
  func lapsed() throws {
    let gone = try findings(base(delisted: true))
    #expect(
      Sample.lines(gone)
        == ["criterion-missed l group", "override-lapsed o waives.0.while"])
    #expect(gone.last?.severity == .warning)
    #expect(
      gone.last?.message == "override o no longer waives legacy.superseded-by-preferred for L: "
        + "it rests on S, which is no longer listed")
    let other = try findings(base(with: ""))
    #expect(Sample.lines(other).contains("override-lapsed o waives.0.while"))
    #expect(other.contains { $0.message.hasSuffix("it rests on S, which does not supersede it") })
  }

  @Test(
    "Is missing on a waiver of a standard with a listed successor, and for a threshold too much")
  func mirror() throws {
    let missing = try findings(base(""))
    #expect(Sample.lines(missing) == ["override-without-ground o waives.0"])
    #expect(missing.first?.severity == .note)
    #expect(Sample.lines(try findings(base("", delisted: true))) == [])
    let entry =
      "kind: transition\nwaives:\n  - {standard: a, criterion: preferred.product-adoption, at: low, "
      + "while: {superseded-by: [s]}}\nreason: R\nreview-by: next-edition\n"
    let portfolio = try Sample.portfolio(
      [try Sample.standard("a", rated: "final low low low")],
      overrides: [try Sample.override("o", entry)])
    #expect(
      Sample.lines(try findings(portfolio)).contains(
        "override-ground-on-threshold o waives.0.while"))
  }

  @Test("Is an error in the proposal that takes it away, which names the entry")
  func proposals() throws {
    func errors(_ changes: String) throws -> [Finding] {
      ProposalJudgement(
        try Sample.proposal(changes), on: try base(), today: try Sample.day("2026-06-01"),
        isDraft: false
      ).findings.filter { $0.severity == .error }
    }
    let delisting = try errors(
      "  - standard: s\n    delist:\n      because: B\n      group: emerging\n"
        + "      assessment: {maturity: final, product-adoption: low, site-deployment: low, "
        + "tooling: low}\n")
    #expect(
      Sample.lines(delisting) == ["criterion-missed #3 changes.0", "override-lapsed #3 changes.0"])
    #expect(delisting.last?.message.hasPrefix("override o no longer waives") == true)
    let change = try errors(
      "  - standard: l\n    set:\n      - {field: superseded-by, drop: [s]}\n")
    #expect(Sample.lines(change).contains("override-lapsed #3 changes.0"))
  }
}
