import PortfolioModel
import Testing

@Suite("Where a standard could go")
struct OutlookTests {
  private func outlooks(_ standard: Standard, _ others: Standard...) throws -> [String] {
    let judge = Judge(try Sample.portfolio([standard] + others))
    return judge.outlooks(for: standard).map { outlook in
      let missing = outlook.missing.map(\.criterion.fullName)
      return "\(outlook.target.rawValue) \(outlook.isOpen ? "open" : "shut") \(missing)"
    }
  }

  @Test("Shows each listed move with what it misses")
  func moves() throws {
    #expect(
      try outlooks(Sample.standard("a", .emerging, rated: "trial-use low low low")) == [
        #"preferred shut ["preferred.maturity", "preferred.product-adoption"]"#,
        "delisted open []",
      ])
    #expect(
      try outlooks(Sample.standard("a")) == [
        #"legacy shut ["legacy.superseded-by-preferred"]"#, "delisted shut []", "emerging shut []",
      ])
    #expect(
      try outlooks(
        Sample.standard("a", rated: "final low low low", with: "superseded-by: [b]\n"),
        Sample.standard("b", at: 20)) == [
          "legacy open []", "delisted shut []", "emerging open []",
        ])
    #expect(try outlooks(Sample.standard("a", .legacy)) == ["delisted open []"])
  }

  @Test("Says in a sentence what would move it")
  func sentences() throws {
    let standard = try Sample.standard("a", .emerging, rated: "trial-use low low low")
    let judge = Judge(try Sample.portfolio([standard]))
    #expect(
      judge.outlooks(for: standard).map { judge.sentence(for: standard, $0) } == [
        "A would be preferred with maturity final (now trial-use) and product adoption moderate "
          + "(now low).",
        "A can be delisted with a reason.",
      ])
    let settled = try Sample.standard("b")
    let other = Judge(try Sample.portfolio([settled]))
    #expect(
      other.outlooks(for: settled).map { other.sentence(for: settled, $0) } == [
        "B would be legacy with a preferred standard that supersedes it.",
        "B can be delisted where the standards that replace it are named.",
        "B meets every required criterion of preferred, so nothing moves it to emerging.",
      ])
  }

  @Test("Is due for preferred with every criterion met, without a waiver")
  func risers() throws {
    let ready = try Sample.standard("a", .emerging)
    let waived = try Sample.standard("b", .emerging, rated: "final low low low")
    let judge = Judge(
      try Sample.portfolio(
        [ready, waived],
        overrides: [
          try Sample.override(
            "o",
            "kind: transition\nwaives:\n"
              + "  - {standard: b, criterion: preferred.product-adoption, at: low}\nreason: R\n")
        ]))
    #expect(judge.due(ready) == .preferred)
    #expect(judge.due(waived) == nil)
  }

  @Test("Is due for legacy once a successor, actual or announced, is preferred")
  func fallers() throws {
    let announced = try Sample.standard("a", with: "will-be-superseded-by: [c]\n")
    let waiting = try Sample.standard("b", with: "will-be-superseded-by: [d]\n")
    let done = try Sample.standard("e", .legacy, with: "superseded-by: [c]\n")
    let judge = Judge(
      try Sample.portfolio([
        announced, waiting, done, try Sample.standard("c"), try Sample.standard("d", .emerging),
      ]))
    #expect(judge.due(announced) == .legacy)
    #expect(judge.due(waiting) == nil)
    #expect(judge.due(done) == nil)
    #expect(judge.due(try Sample.standard("c")) == nil)
  }

  @Test("Is due for nothing where the criteria list no such move")
  func unlisted() throws {
    let standard = try Sample.standard("a", .emerging)
    let criteria = Sample.criteriaText.dropping("  - {from: emerging, to: preferred}\n")
    #expect(Judge(try Sample.portfolio([standard], criteria: criteria)).due(standard) == nil)
  }
}

extension String {
  func dropping(_ part: String) -> String { replacing(part, with: "") }
}
