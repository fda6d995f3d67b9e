import PortfolioModel
import Testing

@Suite("Applying proposals")
struct ApplicationTests {
  private func applied(_ changes: String, to base: Portfolio) throws -> Portfolio {
    let application = Application(try Sample.proposal(changes), to: base)
    #expect(application.findings == [])
    return application.portfolio
  }

  private func standard(_ id: String, _ portfolio: Portfolio) throws -> Standard {
    try #require(portfolio.standards[Sample.id(id)])
  }

  @Test("Sets, adds and removes fields; a factor goes by its name")
  func fields() throws {
    let base = try Sample.portfolio([try Sample.standard("a", with: "clause: 1 x\n")])
    let result = try applied(
      """
        - standard: a
          set:
            - {field: tooling, from: low, to: high}
            - {field: assessment.maturity, from: final, to: trial-use}
            - {field: clause, from: 1 x}
            - {field: reference, to: Part 1}
      """, to: base)
    let standard = try standard("a", result)
    #expect(standard.assessment[.tooling] == .level(.high))
    #expect(standard.assessment[.maturity] == .level(.trialUse))
    #expect(standard.clause == nil)
    #expect(standard.fields.text("reference") == "Part 1")
    #expect(standard.fields == Schema.standard.ordered(standard.fields))
  }

  @Test("Rates by region, and takes the last region's rating away with it")
  func regions() throws {
    let base = try Sample.portfolio([try Sample.standard("a")])
    let regional = try applied(
      """
        - standard: a
          set:
            - field: site-deployment
              from: low
              to:
                regions: {us: high, elsewhere: low}
      """, to: base)
    let changed = try applied(
      """
        - standard: a
          set:
            - {field: assessment.site-deployment.regions.us, from: high}
            - {field: assessment.site-deployment.combined, to: low}
      """, to: regional)
    let rating = try standard("a", changed).assessment[.siteDeployment]
    #expect(rating?.phrase == "combined low, elsewhere low")
  }

  @Test("Drops from lists and adds to them")
  func lists() throws {
    let base = try Sample.portfolio([
      try Sample.standard("a", with: "formerly: [X, Y]\nused-with: [b, {external: Z}]\n"),
      try Sample.standard("b", at: 20),
    ])
    let result = try applied(
      """
        - standard: a
          set:
            - {field: formerly, drop: [X, Y]}
            - {field: used-with, drop: [{external: Z}], insert: [{external: W}]}
            - {field: implemented-by, insert: [P, Q]}
      """, to: base)
    let standard = try standard("a", result)
    #expect(standard.formerNames == [])
    #expect(
      standard.fields.list("used-with")
        == [.text("b"), .fields(Fields([Fields.Entry("external", .text("W"))]))])
    #expect(standard.fields.lines("implemented-by") == ["P", "Q"])
  }

  @Test("Adds a record at its place, and overrides and use cases with what they need")
  func additions() throws {
    let base = try Sample.portfolio([
      try Sample.standard("a", .emerging), try Sample.standard("b", .emerging, at: 20),
    ])
    let record = """
      brief-name: C
            formal-name: See
            scope: S
            group: emerging
            assessment: {maturity: final, product-adoption: low, site-deployment: low, tooling: low}
            sdo: [S]
      """
    let result = try applied(
      """
        - standard: c
          add:
            category: data
            \(record)
          place: {before: b}
        - override: o
          add:
            kind: transition
            waives:
              - {standard: a, criterion: b}
            reason: R
        - use-case: u
          add:
            title: U
        - member: ada
          add: {name: Ada, email: ada@x, affiliation: X, role: chair}
      """, to: base)
    #expect(result.standards(in: .data, .emerging).map(\.id.text) == ["a", "c", "b"])
    #expect(try standard("c", result).position == 15)
    #expect(result.overrides[try Sample.id("o")]?.origin == "3")
    #expect(result.useCases[try Sample.id("u")]?.title == "U")
    #expect(result.committee?.members.map(\.id.text) == ["ada"])
  }

  @Test("Removes overrides and use cases, and keeps the last record of a delisted standard")
  func removals() throws {
    let base = try Sample.portfolio(
      [try Sample.standard("a", .legacy), try Sample.standard("b")],
      overrides: [
        try Sample.override(
          "o", "kind: transition\nwaives:\n  - {standard: a, criterion: b}\nreason: R\n")
      ], useCases: [try Sample.useCase("u", "title: U\n")])
    let result = try applied(
      """
        - override: o
          remove: true
        - use-case: u
          remove: true
        - standard: a
          delist:
            because: Nobody uses it.
            replaced-by: [b]
            group: legacy
            assessment: {maturity: final, product-adoption: moderate, site-deployment: low, tooling: low}
      """, to: base)
    #expect(result.overrides.isEmpty && result.useCases.isEmpty)
    #expect(result.standards.keys.map(\.text) == ["b"])
    let delisted = try #require(result.delisted[try Sample.id("a")])
    #expect(delisted.because == "Nobody uses it." && delisted.proposal == 3)
    #expect(delisted.replacedBy.map(\.text) == ["b"])
    #expect(delisted.standard.fields == base.standards[try Sample.id("a")]?.fields)
  }

  @Test("Takes the standards that replace one from later changes too")
  func laterReplacement() throws {
    let base = try Sample.portfolio([try Sample.standard("a", .legacy)])
    let result = try applied(
      """
        - standard: a
          delist:
            because: Split.
            replaced-by: [b]
            group: legacy
            assessment: {maturity: final, product-adoption: moderate, site-deployment: low, tooling: low}
        - standard: b
          add:
            category: data
            brief-name: B
            formal-name: Bee
            scope: S
            group: emerging
            assessment: {maturity: final, product-adoption: low, site-deployment: low, tooling: low}
            sdo: [S]
          continues: [a]
      """, to: base)
    #expect(result.standards.keys.map(\.text) == ["b"])
  }

  @Test("Changes nothing by a confirmation")
  func confirmation() throws {
    let base = try Sample.portfolio([try Sample.standard("a")])
    #expect(
      try applied("  - standard: a\n    confirm: [maturity, tooling]\n", to: base) == base)
  }

  @Test("Moves to another category or group, to its end or to the place named")
  func moves() throws {
    let base = try Sample.portfolio([
      try Sample.standard("a", .emerging), try Sample.standard("b"),
      try Sample.standard("c", at: 20), try Sample.standard("d", at: 30),
    ])
    let last = try applied(
      "  - standard: a\n    set:\n      - {field: group, from: emerging, to: preferred}\n", to: base
    )
    #expect(last.standards(in: .data, .preferred).map(\.id.text) == ["b", "c", "d", "a"])
    for (place, order) in [
      ("first", ["a", "b", "c", "d"]), ("{after: b}", ["b", "a", "c", "d"]),
      ("{before: d}", ["b", "c", "a", "d"]), ("last", ["b", "c", "d", "a"]),
    ] {
      let result = try applied(
        "  - standard: a\n    set:\n      - {field: group, from: emerging, to: preferred}\n"
          + "    place: \(place)\n", to: base)
      #expect(result.standards(in: .data, .preferred).map(\.id.text) == order)
    }
    let category = try applied(
      "  - standard: b\n    set:\n      - {field: category, from: data, to: content}\n"
        + "      - {field: tooling, from: low}\n", to: base)
    #expect(category.standards(in: .content, .preferred).map(\.id.text) == ["b"])
    #expect(try standard("b", category).position == 10)
    let placed = try applied("  - standard: d\n    place: first\n", to: base)
    #expect(placed.standards(in: .data, .preferred).map(\.id.text) == ["d", "b", "c"])
  }

  @Test("Numbers a group anew where there is no gap")
  func renumbering() throws {
    let base = try Sample.portfolio([
      try Sample.standard("a", at: 1), try Sample.standard("b", at: 2),
      try Sample.standard("c", at: 40),
    ])
    let result = try applied("  - standard: c\n    place: {after: a}\n", to: base)
    #expect(
      result.standards(in: .data, .preferred).map { "\($0.id) \($0.position)" }
        == ["a 10", "c 20", "b 30"])
  }

  @Test("Changes use-case rows by their printed names, which may hold full stops")
  func rows() throws {
    let rows = ["HL7 v2.5 ORU", "HL7 v2.5", "\u{E9}", "e\u{301}"].map {
      "  - name: \($0)\n    category: data\n    standards: [a]\n"
    }
    let base = try Sample.portfolio(
      useCases: [try Sample.useCase("u", "title: U\nrows:\n" + rows.joined())])
    let result = try applied(
      """
        - use-case: u
          set:
            - {field: rows.HL7 v2.5 ORU.note, to: one}
            - {field: rows.HL7 v2.5.note, to: two}
            - {field: "rows.\u{E9}.note", to: three}
            - {field: "rows.e\u{301}.note", to: four}
            - field: rows.New
              to: {name: New, category: content, candidates: [a, b]}
      """, to: base)
    let useCase = try #require(result.useCases[try Sample.id("u")])
    #expect(
      useCase.rows.map { $0.fields.text("note") ?? $0.name }
        == ["one", "two", "three", "four", "New"])
  }
}
