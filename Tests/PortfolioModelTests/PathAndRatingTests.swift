import PortfolioModel
import Testing

@Suite("Paths of fields")
struct FieldPathTests {
  @Test("Finds values through fields and lists")
  func values() throws {
    let fields = try Sample.fields(
      "title: T\nrows:\n  - name: N\n    category: data\n    systems: [a, b]\n", .useCase)
    #expect(fields.value(at: FieldPath("rows.0.systems.1")) == .text("b"))
    for path in ["rows.1", "rows.-1", "rows.x", "title.x", "rows.0.systems.2", ""] {
      #expect(fields.value(at: FieldPath(path)) == nil, "\(path)")
    }
  }

  @Test("Makes and removes the mappings on the way")
  func setting() {
    var fields = Fields()
    let made = fields.set(.text("x"), at: FieldPath("a.b.c"))
    #expect(made && fields.value(at: FieldPath("a.b.c")) == .text("x"))
    let wentThroughText = fields.set(.text("y"), at: FieldPath("a.b.c.d"))
    let wentNowhere = fields.set(.text("y"), at: .root)
    #expect(!wentThroughText && !wentNowhere)
    let removed = fields.set(nil, at: FieldPath("a.b.c"))
    #expect(removed && fields.isEmpty)
  }

  @Test("Overlaps with what it leads to or through, and keeps letters apart by bytes")
  func overlaps() {
    #expect(FieldPath("a.b").overlaps(FieldPath("a")))
    #expect(FieldPath("a").overlaps(FieldPath("a.b")))
    #expect(FieldPath.root.overlaps(FieldPath("a")))
    #expect(!FieldPath("a.b").overlaps(FieldPath("a.c")))
    #expect(!FieldPath("\u{E9}").overlaps(FieldPath("e\u{301}")))
    #expect(FieldPath("\u{E9}") != FieldPath("e\u{301}"))
  }
}

@Suite("Ratings")
struct RatingTests {
  private func rating(_ text: String, of factor: Factor = .siteDeployment) throws -> Rating {
    let standard = try Sample.standard("a", with: "assessment:\n  \(factor.rawValue): \(text)\n")
    return try #require(standard.assessment[factor])
  }

  @Test("Counts a level as it is")
  func plain() throws {
    #expect(try rating("low").counted(.lowest, of: .siteDeployment) == .low)
    #expect(try rating("low").phrase == "low")
  }

  @Test(
    "Counts the lowest or highest region where there is no combined level",
    arguments: [
      ("{regions: {us: high, elsewhere: none}}", Level.nothing, Level.high),
      ("{regions: {us: universal, europe: {level: pilot, trend: rising}}}", .pilot, .universal),
      ("{combined: moderate, regions: {us: high, elsewhere: low}}", .moderate, .moderate),
      ("{regions: {elsewhere: low}}", .low, .low),
    ])
  func regional(text: String, lowest: Level, highest: Level) throws {
    #expect(try rating(text).counted(.lowest, of: .siteDeployment) == lowest)
    #expect(try rating(text).counted(.highest, of: .siteDeployment) == highest)
  }

  @Test("Ranks a retired maturity below all and lets it reach nothing")
  func retired() throws {
    let rating = try rating("{regions: {us: final, europe: retired}}", of: .maturity)
    #expect(rating.counted(.lowest, of: .maturity) == .retired)
    #expect(!Factor.maturity.reaches(.retired, .publishedDraft))
    #expect(Factor.maturity.reaches(.final, .final))
    #expect(!Factor.maturity.reaches(.trialUse, .final))
  }

  @Test("Says a regional rating on one line")
  func phrase() throws {
    let rating = try rating(
      "{combined: low, regions: {us: high, europe: {level: low, trend: falling}}}")
    #expect(rating.phrase == "combined low, us high, europe low (falling)")
  }

  @Test("Is none with a level of another factor, or as a list")
  func wrong() {
    #expect(Rating(.text("final"), of: .tooling) == nil)
    #expect(Rating(.text("retired"), of: .maturity) == .level(.retired))
    #expect(Rating(.lines(["low"]), of: .tooling) == nil)
    #expect(Rating(.fields(Fields()), of: .tooling) == nil)
  }
}
