import Diagnostics
import PortfolioModel
import Testing

@Suite("Judging proposals")
struct ProposalJudgementTests {
  private static let transition =
    "kind: transition\nwaives:\n  - {standard: a, criterion: preferred.product-adoption, at: low}\n"
    + "reason: R\nreview-by: next-edition\n"

  private func judgement(
    _ changes: String, on base: Portfolio, nature: String = "assessment", isDraft: Bool = false
  ) throws -> ProposalJudgement {
    ProposalJudgement(
      try Sample.proposal(changes, nature: nature), on: base, today: try Sample.day("2026-06-01"),
      isDraft: isDraft)
  }

  /// What stands against a proposal; notes left out.
  private func errors(
    _ changes: String, on base: Portfolio, nature: String = "assessment"
  ) throws -> [String] {
    Sample.lines(
      try judgement(changes, on: base, nature: nature).findings.filter { $0.severity > .note })
  }

  private func move(_ id: String, _ from: Group, _ to: Group, _ more: String = "") -> String {
    "  - standard: \(id)\n    set:\n      - {field: group, from: \(from), to: \(to)}\n" + more
  }

  private func rate(_ id: String, _ from: String, _ to: String) -> String {
    "  - standard: \(id)\n    set:\n      - {field: product-adoption, from: \(from), to: \(to)}\n"
  }

  private func add(_ id: String, _ group: Group, _ more: String = "") -> String {
    """
      - standard: \(id)
        add:
          category: data
          brief-name: \(id)
          formal-name: F
          scope: S
          group: \(group)
          assessment: {maturity: final, product-adoption: moderate, site-deployment: low, tooling: low}
          sdo: [S]
    \(more)
    """
  }

  @Test("Allows listed moves whose criteria are met")
  func listed() throws {
    let base = try Sample.portfolio([
      try Sample.standard("a", .emerging),
      try Sample.standard("b", with: "superseded-by: [c]\n"), try Sample.standard("c", at: 20),
    ])
    let changes =
      move("a", .emerging, .preferred) + move("b", .preferred, .legacy) + add("n", .emerging)
    let result = try judgement(changes, on: base)
    #expect(result.isValid)
    #expect(
      result.moves.map { "\($0.standard) \($0.from.rawValue) \($0.to.rawValue)" }
        == ["a emerging preferred", "b preferred legacy", "n new emerging"])
  }

  @Test("Refuses moves that are not listed, unless by an exception")
  func exceptions() throws {
    let base = try Sample.portfolio([
      try Sample.standard("a", .emerging), try Sample.standard("b", .legacy),
    ])
    #expect(
      try errors(move("b", .legacy, .preferred), on: base) == ["move-not-listed #3 changes.0"])
    #expect(try errors(add("n", .preferred), on: base) == ["move-not-listed #3 changes.0"])
    #expect(
      try errors(move("b", .legacy, .preferred, "    exception: It is back.\n"), on: base) == [])
    let needless = try judgement(
      move("a", .emerging, .preferred, "    exception: It is good.\n"), on: base)
    #expect(
      Sample.lines(needless.findings).contains("exception-unneeded #3 changes.0.exception"))
  }

  @Test("Takes a standard off preferred only where others replace it")
  func replacement() throws {
    let base = try Sample.portfolio([try Sample.standard("a"), try Sample.standard("b", at: 20)])
    func delist(_ replaced: String) -> String {
      "  - standard: a\n    delist:\n      because: B\n\(replaced)      group: preferred\n"
        + "      assessment: {maturity: final, product-adoption: moderate, site-deployment: low, "
        + "tooling: low}\n"
    }
    #expect(try errors(delist(""), on: base) == ["move-not-listed #3 changes.0"])
    #expect(try errors(delist("      replaced-by: [b]\n"), on: base) == [])
  }

  @Test("Takes a standard down to emerging only where it misses a criterion, waived or not")
  func missed() throws {
    let good = try Sample.portfolio([try Sample.standard("a")])
    let down = move("a", .preferred, .emerging)
    #expect(try errors(down, on: good) == ["move-not-listed #3 changes.0"])
    let reassessed =
      down + "      - {field: product-adoption, from: moderate, to: low}\n"
    #expect(try errors(reassessed, on: good) == [])
    let waived = try Sample.portfolio(
      [try Sample.standard("a", rated: "final low low low")],
      overrides: [try Sample.override("o", ProposalJudgementTests.transition)])
    #expect(try errors(down + "  - override: o\n    remove: true\n", on: waived) == [])
  }

  @Test("Refuses what misses a criterion, unless an override comes with it")
  func overrides() throws {
    let base = try Sample.portfolio([try Sample.standard("a")])
    let lower = rate("a", "moderate", "low")
    #expect(try errors(lower, on: base) == ["criterion-missed #3 changes.0"])
    let grant =
      "  - override: o\n    add:\n      kind: transition\n      waives:\n"
      + "        - {standard: a, criterion: preferred.product-adoption, at: low}\n"
      + "      reason: R\n      review-by: next-edition\n"
    #expect(try errors(lower + grant, on: base) == [])
    #expect(
      try errors(rate("a", "moderate", "pilot") + grant, on: base)
        == ["criterion-missed #3 changes.0", "override-undercut #3 changes.1"])
    #expect(try errors(grant, on: base) == ["override-unneeded #3 changes.0"])
  }

  @Test("Refuses to keep an override that it makes unneeded")
  func unneeded() throws {
    let base = try Sample.portfolio(
      [try Sample.standard("a", rated: "final low low low")],
      overrides: [try Sample.override("o", ProposalJudgementTests.transition)])
    let raise = rate("a", "low", "moderate")
    #expect(try errors(raise, on: base) == ["override-unneeded #3 changes.0"])
    #expect(try errors(raise + "  - override: o\n    remove: true\n", on: base) == [])
    #expect(
      try errors("  - override: o\n    remove: true\n", on: base)
        == ["criterion-missed #3 changes.0"])
  }

  @Test("Does not blame a proposal for what the base had")
  func ownFindings() throws {
    let base = try Sample.portfolio([
      try Sample.standard("a", rated: "final none low low"), try Sample.standard("b", at: 20),
    ])
    #expect(try errors("  - standard: b\n    confirm: [tooling]\n", on: base) == [])
  }

  @Test("Judges a change of the criteria by the old rules and its result by the new ones too")
  func criteria() throws {
    let base = try Sample.portfolio([
      try Sample.standard("a"), try Sample.standard("e", .emerging, rated: "final low low low"),
    ])
    func criteria(_ from: String, _ to: String) -> String {
      "  - criteria: demo\n    set:\n"
        + "      - {field: groups.preferred.required.product-adoption.at-least, from: \(from), "
        + "to: \(to)}\n"
    }
    let tighter = criteria("moderate", "high")
    #expect(try errors(tighter, on: base) == ["criterion-missed #3 changes.0"])
    let transition =
      "  - override: o\n    add:\n      kind: transition\n      waives:\n"
      + "        - {standard: a, criterion: preferred.product-adoption, at: moderate}\n"
      + "      reason: R\n      review-by: next-edition\n"
    #expect(try errors(tighter + transition, on: base) == [])
    #expect(try errors(tighter + move("a", .preferred, .emerging), on: base) == [])
    let looser = criteria("moderate", "low")
    #expect(try errors(looser, on: base) == [])
    #expect(
      try errors(looser + move("e", .emerging, .preferred), on: base)
        == ["criterion-missed #3 changes.1"])
  }

  @Test(
    "Lets an editorial proposal touch words only",
    arguments: [
      ("{field: scope, from: What a is for., to: S}", []),
      ("{field: tooling, from: low, to: high}", ["nature-exceeded #3 changes.0"]),
      ("{field: assessment.tooling, from: low, to: high}", ["nature-exceeded #3 changes.0"]),
      ("{field: used-with, to: [{external: X}]}", ["nature-exceeded #3 changes.0"]),
      (
        "{field: category, from: data, to: data}",
        [
          "change-without-effect #3 changes.0.set.0",
          "nature-exceeded #3 changes.0",
        ]
      ),
    ] as [(String, [String])])
  func editorial(change: String, expected: [String]) throws {
    let base = try Sample.portfolio([try Sample.standard("a")])
    #expect(
      try errors(
        "  - standard: a\n    set:\n      - \(change)\n", on: base, nature: "editorial") == expected
    )
  }

  @Test("Lets no editorial proposal change how the portfolio is used")
  func editorialDescription() throws {
    let base = try Sample.portfolio([try Sample.standard("a")])
    func errors(_ change: String, _ nature: String) throws -> [String] {
      try self.errors(
        "  - portfolio: \(base.description.id)\n    set:\n      - \(change)\n", on: base,
        nature: nature)
    }
    let title = base.description.fields.text("title") ?? ""
    #expect(try errors("{field: title, from: \(title), to: T}", "editorial") == [])
    let edition = base.description.edition
    // Which edition it is, only publishing says.
    let stamp = "{field: edition, from: \"\(edition)\", to: E}"
    #expect(try errors(stamp, "assessment") == ["unsupported-change #3 changes.0.set.0"])
    let change = "{field: regions, insert: [{id: x, label: X}]}"
    #expect(try errors(change, "editorial") == ["nature-exceeded #3 changes.0"])
    #expect(try errors(change, "assessment") == [])
    // Signatures name the portfolio by its id, and the tool its files by their format.
    let id = "{field: id, from: \(base.description.id), to: other}"
    #expect(try errors(id, "assessment") == ["unknown-field #3 changes.0.set.0"])
    #expect(
      try errors("{field: format, from: \"1\", to: \"2\"}", "assessment")
        == ["unknown-field #3 changes.0.set.0"])
  }

  @Test("Warns of a draft only")
  func drafts() throws {
    let base = try Sample.portfolio([try Sample.standard("a")])
    let draft = try judgement(rate("a", "high", "low"), on: base, isDraft: true)
    #expect(draft.isValid)
    #expect(draft.findings.map(\.severity) == [.warning])
  }
}
