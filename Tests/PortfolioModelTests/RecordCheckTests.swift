import Diagnostics
import PortfolioModel
import Testing

@Suite("Checks of records")
struct RecordCheckTests {
  private func findings(
    _ standards: Standard..., delisted: [DelistedStandard] = [], unread: Set<Identifier> = []
  ) throws -> [String] {
    let portfolio = try Sample.portfolio(standards, delisted: delisted)
    return Sample.lines(RecordCheck(portfolio, unread: unread).findings())
  }

  @Test("Is silent on records that fit")
  func silent() throws {
    #expect(
      try findings(
        Sample.standard(
          "a",
          with: "used-with: [b, {external: X}]\nrelation-notes:\n"
            + "  - {relation: used-with, target: {external: X}, note: N}\n"
            + "conforms-to: {any-of: [R1, R2]}\n"),
        Sample.standard("b", at: 20, with: "conforms-to: [R2]\n"),
        Sample.standard("c", .legacy), Sample.standard("d", in: .content, rated: "final low low -"))
        == [])
  }

  @Test("Tells categories that are not listed, and ratings too few or too many")
  func categories() throws {
    #expect(try findings(Sample.standard("a", in: .safety)) == ["unknown-category a"])
    #expect(
      try findings(Sample.standard("a", rated: "final - low -"))
        == ["missing-key a assessment", "missing-key a assessment"])
    #expect(
      try findings(Sample.standard("a", in: .content))
        == ["factor-not-applicable a assessment.tooling"])
  }

  @Test("Tells relations to itself, to nothing and to what is delisted")
  func relations() throws {
    #expect(
      try findings(Sample.standard("a", with: "used-with: [b, a]\n"))
        == ["unknown-standard a used-with.0", "self-relation a used-with.1"])
    #expect(
      try findings(
        Sample.standard("a", with: "superseded-by: [gone]\nprofiles: [gone]\n"),
        delisted: [Sample.delisted("gone")]) == ["names-delisted-standard a profiles.0"])
    #expect(
      try findings(
        Sample.standard("a", with: "used-with: [b]\n"), unread: [try Sample.id("b")]) == [])
  }

  @Test("Tells notes of relations that are not there")
  func notes() throws {
    #expect(
      try findings(
        Sample.standard(
          "a",
          with: "used-with: [{external: X}]\nrelation-notes:\n"
            + "  - {relation: related-to, target: {external: X}, note: N}\n"
            + "  - {relation: used-with, target: {external: Y}, note: N}\n"))
        == [
          "note-without-relation a relation-notes.0", "note-without-relation a relation-notes.1",
        ])
  }

  @Test("Tells references that are not listed, with their places")
  func references() throws {
    #expect(
      try findings(
        Sample.standard("a", with: "conforms-to: [R1, R3]\n"),
        Sample.standard("b", at: 20, with: "conforms-to: {any-of: [r1]}\n"))
        == ["unknown-reference a conforms-to.1", "unknown-reference b conforms-to.any-of.0"])
  }

  @Test("Tells regions that are not listed and such that lie in each other")
  func regions() throws {
    func regions(_ text: String) throws -> [String] {
      try findings(
        Sample.standard(
          "a",
          with: "assessment:\n  maturity: final\n  product-adoption: low\n  site-deployment:\n"
            + "    regions: {\(text)}\n  tooling: low\n"))
    }
    let place = "a assessment.site-deployment.regions"
    #expect(try regions("us: low, europe: low, elsewhere: low") == [])
    #expect(try regions("mars: low, us: low") == ["unknown-region \(place).mars"])
    #expect(try regions("us: low, america: low") == ["overlapping-regions \(place).us"])
  }

  @Test("Tells ties of position within a group, not beside it")
  func positions() throws {
    #expect(
      try findings(
        Sample.standard("a"), Sample.standard("b"), Sample.standard("c", .legacy),
        Sample.standard("d", in: .content, rated: "final low low -"))
        == ["position-tie b position"])
  }

  @Test("Tells brief names that are given twice, and ids that are taken")
  func names() throws {
    #expect(
      try findings(
        Sample.standard("a"), Sample.standard("b", at: 20, with: "brief-name: A\n"))
        == ["duplicate-name b brief-name"])
    #expect(
      try findings(
        Sample.standard("a", with: "brief-name: \u{E9}\n"),
        Sample.standard("b", at: 20, with: "brief-name: e\u{301}\n")) == [])
    #expect(
      try findings(Sample.standard("a"), delisted: [Sample.delisted("a")])
        == ["duplicate-standard a"])
  }
}
