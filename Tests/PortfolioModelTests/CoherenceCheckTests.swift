import Diagnostics
import PortfolioModel
import Testing

@Suite("Checks of what does not fit together")
struct CoherenceCheckTests {
  private func findings(
    _ standards: Standard..., delisted: [DelistedStandard] = []
  ) throws -> [String] {
    Sample.lines(
      CoherenceCheck(Judge(try Sample.portfolio(standards, delisted: delisted))).findings())
  }

  @Test("Notes a profile or extension rated above its base, and nothing else that is")
  func ratedAbove() throws {
    let base = try Sample.standard("base", rated: "final low low low")
    for (relation, expected) in [
      ("profiles", ["rated-above-base a profiles.0"]),
      ("extends", ["rated-above-base a extends.0"]), ("used-with", []), ("combines", []),
    ] {
      #expect(
        try findings(Sample.standard("a", at: 20, with: "\(relation): [base]\n"), base) == expected)
    }
    #expect(
      try findings(
        Sample.standard("a", at: 20, rated: "final low low low", with: "profiles: [base]\n"), base)
        == [])
  }

  @Test("Notes a preferred standard on a legacy one that it does not supersede")
  func onLegacy() throws {
    let old = try Sample.standard("old", .legacy)
    #expect(
      try findings(Sample.standard("a", with: "combines: [old]\n"), old)
        == ["builds-on-legacy a combines.0"])
    #expect(try findings(Sample.standard("a", .emerging, with: "combines: [old]\n"), old) == [])
    #expect(try findings(Sample.standard("a", with: "related-to: [old]\n"), old) == [])
    let superseded = try Sample.standard("old", .legacy, with: "superseded-by: [a]\n")
    #expect(try findings(Sample.standard("a", with: "extends: [old]\n"), superseded) == [])
  }

  @Test("Notes successors outside the portfolio")
  func successors() throws {
    #expect(
      try findings(
        Sample.standard(
          "a", .legacy,
          with: "superseded-by: [{external: X}, gone, b]\nwill-be-superseded-by: [{external: Y}]\n"
            + "used-with: [{external: Z}]\n"), Sample.standard("b"),
        delisted: [Sample.delisted("gone")])
        == [
          "successor-not-listed a superseded-by.0", "successor-not-listed a superseded-by.1",
          "successor-not-listed a will-be-superseded-by.0",
        ])
  }

  @Test("Tells each standard of a cycle, and none beside it")
  func cycles() throws {
    #expect(
      try findings(
        Sample.standard("a", with: "superseded-by: [b]\n"),
        Sample.standard("b", at: 20, with: "used-with: [a]\nsuperseded-by: [c]\n"),
        Sample.standard("c", at: 30, with: "superseded-by: [a]\n"),
        Sample.standard("d", at: 40, with: "superseded-by: [a]\n"))
        == [
          "succession-cycle a superseded-by.0", "succession-cycle b superseded-by.0",
          "succession-cycle c superseded-by.0",
        ])
  }
}
