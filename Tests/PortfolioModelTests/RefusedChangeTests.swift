import Diagnostics
import PortfolioModel
import Testing

@Suite("Changes that can't be made")
struct RefusedChangeTests {
  /// What keeps changes from being made, and that nothing else was.
  private func refusals(_ changes: String) throws -> [String] {
    let base = try Sample.portfolio(
      [
        try Sample.standard("a", with: "formerly: [X]\n"), try Sample.standard("b", at: 20),
        try Sample.standard("e", .emerging),
      ], delisted: [try Sample.delisted("gone")],
      useCases: [try Sample.useCase("u", "title: U\n")],
      committee: "members:\n  - {id: ada, name: Ada, email: ada@x, affiliation: X, role: chair}\n")
    let application = Application(try Sample.proposal(changes), to: base)
    #expect(application.portfolio == base)
    return Sample.lines(application.findings)
  }

  /// The refusals of changes of the fields of `a`, each a flow mapping.
  private func refusals(setting changes: String...) throws -> [String] {
    try refusals(
      "  - standard: a\n    set:\n" + changes.map { "      - {\($0)}\n" }.joined())
  }

  @Test("Refuses what has changed meanwhile")
  func stale() throws {
    let stale = "stale-change #3 changes.0.set.0"
    #expect(try refusals(setting: "field: tooling, from: none, to: high") == [stale])
    #expect(try refusals(setting: "field: tooling, to: high") == [stale])
    #expect(try refusals(setting: "field: clause, from: x, to: y") == [stale])
    #expect(try refusals(setting: "field: formerly, drop: [Y]") == [stale])
    #expect(try refusals(setting: "field: formerly, insert: [X]") == [stale])
    #expect(try refusals(setting: "field: category, from: content, to: data") == [stale])
  }

  @Test("Refuses what has no effect")
  func withoutEffect() throws {
    let finding = "change-without-effect #3 changes.0.set.0"
    #expect(try refusals(setting: "field: tooling, from: low, to: low") == [finding])
    #expect(try refusals(setting: "field: category, from: data, to: data") == [finding])
  }

  @Test(
    "Refuses fields that there are not",
    arguments: [
      "maturty", "assessment.colour", "brief-name.x", "sdo.x", "sdo.-1", "sdo.+1", "sdo.01",
      "footnotes.-1.text", "sdo.9", "sdo.99999999999999999999", ".", "rows.N",
    ])
  func unknownFields(field: String) throws {
    let findings = try refusals(setting: "field: \"\(field)\", to: x")
    #expect(findings.count == 1)
    #expect(
      ["unknown-field #3 changes.0.set.0", "wrong-type #3 changes.0.brief-name"]
        .contains(findings.first), "\(findings)")
  }

  @Test("Refuses values that do not fit")
  func unfit() throws {
    #expect(
      try refusals(setting: "field: tooling, from: low, to: final")
        == ["unknown-word #3 changes.0.assessment.tooling"])
    #expect(
      try refusals(setting: "field: category, from: data, to: dta")
        == ["unknown-word #3 changes.0.set.0"])
    #expect(
      try refusals(setting: "field: brief-name, from: A") == ["missing-key #3 changes.0"])
    #expect(
      try refusals(setting: "field: scope, insert: [x]")
        == ["unsupported-change #3 changes.0.set.0"])
  }

  @Test("Refuses subjects that are not there, and additions of what is")
  func subjects() throws {
    #expect(
      try refusals("  - standard: c\n    confirm: [tooling]\n")
        == ["unknown-subject #3 changes.0.standard"])
    #expect(
      try refusals("  - override: o\n    remove: true\n")
        == ["unknown-subject #3 changes.0.override"])
    #expect(
      try refusals("  - criteria: other\n    set:\n      - {field: notes, to: N}\n")
        == ["unknown-subject #3 changes.0.criteria"])
    for id in ["a", "gone"] {
      #expect(
        try refusals("  - standard: \(id)\n    add: {category: data}\n")
          == ["subject-exists #3 changes.0.standard"])
    }
    #expect(
      try refusals("  - use-case: u\n    add: {title: U}\n")
        == ["subject-exists #3 changes.0.use-case"])
  }

  @Test("Refuses additions that are not whole")
  func additions() throws {
    #expect(
      try refusals("  - use-case: v\n    add: {titel: U}\n")
        == ["unknown-key #3 changes.0.add.titel", "missing-key #3 changes.0.add"])
    let record =
      "brief-name: C, formal-name: C, scope: S, group: emerging, sdo: [S], assessment: "
      + "{maturity: final, product-adoption: low, site-deployment: low, tooling: low}"
    #expect(
      try refusals("  - standard: c\n    add: {\(record)}\n") == ["missing-key #3 changes.0.add"])
  }

  @Test("Refuses a member who is no person")
  func members() throws {
    #expect(
      try refusals(
        "  - member: bob\n    add: {name: Bob, email: no address, affiliation: X, role: member}\n")
        == ["invalid-person #3 changes.0.add"])
    #expect(
      try refusals(
        "  - member: ada\n    set:\n      - {field: email, from: ada@x, to: \"<ada@x>\"}\n")
        == ["invalid-person #3 changes.0"])
    #expect(
      try refusals("  - member: ada\n    set:\n      - {field: id, from: ada, to: bob}\n")
        == ["unknown-field #3 changes.0.set.0"])
  }

  @Test("Refuses a delisting that was judged on something else")
  func delistings() throws {
    func delisting(_ id: String, _ group: String, _ level: String, _ replaced: String) -> String {
      "  - standard: \(id)\n    delist:\n      because: B\n      replaced-by: [\(replaced)]\n"
        + "      group: \(group)\n      assessment: {maturity: final, product-adoption: \(level), "
        + "site-deployment: low, tooling: low}\n"
    }
    #expect(
      try refusals(delisting("a", "legacy", "moderate", "b"))
        == ["stale-change #3 changes.0.delist"])
    #expect(
      try refusals(delisting("a", "preferred", "low", "b")) == ["stale-change #3 changes.0.delist"])
    #expect(
      try refusals(delisting("c", "preferred", "low", "b"))
        == ["unknown-subject #3 changes.0.standard"])
  }

  @Test("Refuses a change of one thing twice")
  func overlaps() throws {
    let base = try Sample.portfolio([try Sample.standard("a")])
    func findings(_ changes: String) throws -> [String] {
      Sample.lines(Application(try Sample.proposal(changes), to: base).findings)
        .filter { $0.hasPrefix("overlapping") }
    }
    let set = "  - standard: a\n    set:\n"
    let tooling = "      - {field: tooling, from: low, to: high}\n"
    #expect(
      try findings(set + tooling + "      - {field: assessment.tooling, from: high, to: none}\n")
        == ["overlapping-changes #3 changes.0.set.1"])
    #expect(
      try findings(set + tooling + "  - standard: a\n    confirm: [tooling, maturity]\n")
        == ["overlapping-changes #3 changes.1"])
    #expect(try findings(set + tooling + "  - standard: a\n    confirm: [maturity]\n") == [])
  }

  @Test("Takes rows whose names begin alike for different ones")
  func rowsAlike() throws {
    let rows = ["HL7 v2", "HL7 v2.5"].map {
      "  - name: \($0)\n    category: data\n    standards: [a]\n"
    }
    let base = try Sample.portfolio(
      useCases: [try Sample.useCase("u", "title: U\nrows:\n" + rows.joined())])
    let application = Application(
      try Sample.proposal(
        "  - use-case: u\n    set:\n      - field: rows.HL7 v2\n"
          + "        from: {name: HL7 v2, category: data, standards: [a]}\n"
          + "      - {field: rows.HL7 v2.5.note, to: N}\n"), to: base)
    #expect(application.findings == [])
    #expect(application.portfolio.useCases[try Sample.id("u")]?.rows.count == 1)
  }

  @Test("Refuses places beside what is not in the group")
  func places() throws {
    let base = try Sample.portfolio([try Sample.standard("a"), try Sample.standard("e", .emerging)])
    for place in ["{before: e}", "{after: nobody}", "{after: a}"] {
      let proposal = try Sample.proposal("  - standard: a\n    place: \(place)\n")
      #expect(
        Sample.lines(Application(proposal, to: base).findings)
          == ["unknown-place #3 changes.0.place"])
    }
  }
}
