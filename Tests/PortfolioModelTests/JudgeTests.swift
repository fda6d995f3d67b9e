import PortfolioModel
import Testing

@Suite("Holding standards against the criteria")
struct JudgeTests {
  /// The names of what a standard misses in a group, waived or not.
  private func missed(
    _ id: String, in group: Group, _ portfolio: Portfolio
  ) throws -> [String] {
    let standard = try #require(portfolio.standards[Sample.id(id)])
    return Judge(portfolio).verdicts(on: standard, in: group).filter { !$0.isMet }
      .map(\.criterion.fullName)
  }

  @Test("Compares levels with thresholds")
  func thresholds() throws {
    let portfolio = try Sample.portfolio([
      try Sample.standard("good"), try Sample.standard("low", rated: "final low low low"),
      try Sample.standard("bare", rated: "retired - low low"),
    ])
    #expect(try missed("good", in: .preferred, portfolio) == [])
    #expect(try missed("low", in: .preferred, portfolio) == ["preferred.product-adoption"])
    #expect(
      try missed("bare", in: .preferred, portfolio)
        == ["preferred.maturity", "preferred.product-adoption"])
    #expect(try missed("low", in: .emerging, portfolio) == [])
  }

  private static let combined = Sample.criteriaText.replacing(
    "      maturity: {at-least: trial-use, basis: calibrated}",
    with: """
            some-use: {any-of: [{factor: product-adoption, at-least: low}, \
      {factor: site-deployment, at-least: low}], basis: x}
            all-use: {all-of: [{factor: tooling, at-least: low}, \
      {factor: site-deployment, at-least: pilot}], basis: x}
      """)

  @Test(
    "Takes one of any-of and each of all-of",
    arguments: [
      ("final none none none", ["emerging.some-use", "emerging.all-use"]),
      ("final low none low", ["emerging.all-use"]), ("final none low low", []),
      ("final low pilot none", ["emerging.all-use"]),
      ("final none pilot low", ["emerging.some-use"]),
      ("final - - -", ["emerging.some-use", "emerging.all-use"]),
    ])
  func combinations(rated: String, expected: [String]) throws {
    let portfolio = try Sample.portfolio(
      [try Sample.standard("a", .emerging, rated: rated)], criteria: JudgeTests.combined)
    #expect(try missed("a", in: .emerging, portfolio) == expected)
  }

  @Test("Meets what is not applicable in the category")
  func notApplicable() throws {
    let portfolio = try Sample.portfolio(
      [try Sample.standard("a", .emerging, in: .content, rated: "final none pilot -")],
      criteria: JudgeTests.combined)
    #expect(try missed("a", in: .emerging, portfolio) == ["emerging.some-use"])
  }

  @Test("Waives all-of by a level although a factor is not applicable")
  func notApplicableWaived() throws {
    let portfolio = try Sample.portfolio(
      [try Sample.standard("a", .emerging, in: .content, rated: "final low none -")],
      overrides: [
        try Sample.override(
          "o",
          "kind: transition\nwaives:\n  - {standard: a, criterion: emerging.all-use, at: none}\n"
            + "reason: R\n")
      ], criteria: JudgeTests.combined)
    let standard = try #require(portfolio.standards[Sample.id("a")])
    #expect(Judge(portfolio).blocking(standard, in: .emerging).isEmpty)
  }

  @Test("Follows chains of successors, however long, and through cycles")
  func chains() throws {
    let portfolio = try Sample.portfolio([
      try Sample.standard("a", with: "superseded-by: [b]"),
      try Sample.standard("b", .legacy, with: "superseded-by: [c, a]"),
      try Sample.standard("c", .legacy, with: "superseded-by: [d, b, gone, {external: X}]"),
      try Sample.standard("d"), try Sample.standard("self", with: "superseded-by: [self]"),
      try Sample.standard("soon", with: "will-be-superseded-by: [d]"),
    ])
    let judge = Judge(portfolio)
    let first = try #require(portfolio.standards[Sample.id("a")])
    #expect(judge.successors(of: first).map(\.id.text) == ["b", "c", "d"])
    #expect(try missed("a", in: .preferred, portfolio) == ["preferred.not-superseded"])
    #expect(try missed("c", in: .legacy, portfolio) == [])
    #expect(try missed("d", in: .legacy, portfolio) == ["legacy.superseded-by-preferred"])
    #expect(try missed("self", in: .preferred, portfolio) == [])
    #expect(try missed("soon", in: .preferred, portfolio) == [])
    #expect(try missed("soon", in: .legacy, portfolio) == ["legacy.superseded-by-preferred"])
  }

  @Test("Counts regions as the criteria say")
  func regions() throws {
    let rated =
      "assessment:\n  maturity: final\n  product-adoption:\n"
      + "    regions: {us: high, elsewhere: low}\n  site-deployment: low\n  tooling: low\n"
    let standard = try Sample.standard("a", with: rated)
    let lowest = try Sample.portfolio([standard])
    #expect(try missed("a", in: .preferred, lowest) == ["preferred.product-adoption"])
    let highest = try Sample.portfolio(
      [standard], criteria: Sample.criteriaText.replacing("lowest", with: "highest"))
    #expect(try missed("a", in: .preferred, highest) == [])
  }

  @Test(
    "Waives down to the level granted and not below",
    arguments: [
      ("final low low low", "o", nil), ("final pilot low low", nil, "o"),
      ("final moderate low low", nil, nil),
    ] as [(String, String?, String?)])
  func waivers(rated: String, waivedBy: String?, undercuts: String?) throws {
    let portfolio = try Sample.portfolio(
      [try Sample.standard("a", rated: rated)],
      overrides: [
        try Sample.override(
          "o",
          "kind: transition\nwaives:\n"
            + "  - {standard: a, criterion: preferred.product-adoption, at: low}\nreason: R\n")
      ])
    let standard = try #require(portfolio.standards[Sample.id("a")])
    let criterion = try #require(portfolio.criteria.criterion(named: "preferred.product-adoption"))
    let verdict = Judge(portfolio).verdict(on: standard, criterion)
    #expect(verdict.waivedBy?.text == waivedBy)
    #expect(verdict.undercuts?.text == undercuts)
    #expect(verdict.blocks == (undercuts != nil))
  }
}
