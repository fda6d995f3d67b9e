import PortfolioModel
import Testing

@Suite("What differs between portfolios")
struct PortfolioDiffTests {
  /// The differences, each as `subject kind field`.
  private func lines(_ base: Portfolio, _ head: Portfolio) -> [String] {
    PortfolioDiff(from: base, to: head).differences.map {
      "\($0.subject.id) \($0.kind.rawValue) \($0.field ?? "")"
    }
  }

  private func order(_ ids: String..., step: Int = 10) throws -> Portfolio {
    try Sample.portfolio(
      ids.enumerated().map { try Sample.standard($1, at: ($0 + 1) * step) })
  }

  @Test("Is empty between equals, and after a renumbering")
  func nothing() throws {
    #expect(lines(try order("a", "b", "c"), try order("a", "b", "c")) == [])
    #expect(lines(try order("a", "b", "c"), try order("a", "b", "c", step: 7)) == [])
  }

  @Test("Tells which record changed its place, and no other")
  func reordered() throws {
    #expect(lines(try order("a", "b", "c"), try order("b", "c", "a")) == ["a set position"])
    #expect(lines(try order("a", "b", "c"), try order("a", "c", step: 10)) == ["b delist "])
    #expect(lines(try order("a", "c"), try order("a", "b", "c")) == ["b add "])
  }

  @Test("Tells changes by field, additions and removals whole")
  func kinds() throws {
    let override = "kind: transition\nwaives:\n  - {standard: a, criterion: b}\nreason: R\n"
    let base = try Sample.portfolio(
      [try Sample.standard("a"), try Sample.standard("b", .legacy)],
      overrides: [try Sample.override("o", override)])
    let head = try Sample.portfolio(
      [
        try Sample.standard(
          "a", .emerging, rated: "final moderate high low", with: "clause: 1 x\nscope: S\n"),
        try Sample.standard("b", .legacy, in: .content),
      ], useCases: [try Sample.useCase("u", "title: U\n")],
      criteria: Sample.criteriaText.replacing("regional: lowest", with: "regional: highest"))
    #expect(
      lines(base, head) == [
        "a set clause", "a set scope", "a set group", "a set assessment.site-deployment",
        "b set category", "o remove ", "u add ", "demo set regional",
      ])
  }

  @Test("Tells regional ratings by region, and a level with its trend as one")
  func regions() throws {
    func portfolio(_ rating: String) throws -> Portfolio {
      try Sample.portfolio([
        try Sample.standard(
          "a",
          with: "assessment:\n  maturity: final\n  product-adoption: low\n"
            + "  site-deployment: \(rating)\n  tooling: low\n")
      ])
    }
    let regional = try portfolio("{regions: {us: {level: low, trend: rising}, elsewhere: low}}")
    let field = "a set assessment.site-deployment"
    #expect(lines(try portfolio("low"), regional) == [field])
    #expect(
      lines(regional, try portfolio("{combined: low, regions: {us: low, europe: low}}")) == [
        "\(field).combined", "\(field).regions.us", "\(field).regions.elsewhere",
        "\(field).regions.europe",
      ])
  }

  @Test("Tells rows of a use case by name")
  func rows() throws {
    func portfolio(_ rows: String...) throws -> Portfolio {
      try Sample.portfolio(
        useCases: [try Sample.useCase("u", "title: U\nrows:\n" + rows.joined())])
    }
    func row(_ name: String, _ more: String = "") -> String {
      "  - name: \(name)\n    category: data\n    standards: [a]\n\(more)"
    }
    #expect(
      lines(
        try portfolio(row("One v2.5"), row("Two")),
        try portfolio(row("One v2.5", "    note: N\n"), row("Three")))
        == ["u set rows.One v2.5.note", "u set rows.Two", "u set rows.Three"])
  }
}
