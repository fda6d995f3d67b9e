import PortfolioModel
import Records
import Testing

/// Small portfolios for tests, put together from YAML texts.
enum Sample {
  /// Reads a text as fields, in declared order; the text need not be canonical.
  static func fields(_ text: String, _ schema: Schema) throws -> Fields {
    let file = RecordFile(Array(text.utf8), path: "sample.yml", schema: schema)
    return schema.ordered(try #require(file.fields, "\(file.diagnostics)\n\(text)"))
  }

  static func id(_ text: String) throws -> Identifier { try #require(Identifier(text)) }

  static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  /// A record that meets the criteria of preferred; `rated` gives maturity, product adoption, site
  /// deployment and tooling, `-` for none; `more` replaces or adds fields.
  static func standard(
    _ id: String, _ group: Group = .preferred, at position: Int = 10,
    in category: PortfolioModel.Category = .data, rated: String = "final moderate low low",
    with more: String = ""
  ) throws -> Standard {
    let ratings = zip(Factor.allCases, rated.split(separator: " ")).filter { $1 != "-" }
      .map { "\($0.rawValue): \($1)" }
    let base = """
      brief-name: \(id.uppercased())
      formal-name: The standard \(id)
      scope: What \(id) is for.
      group: \(group.rawValue)
      position: \(position)
      assessment: {\(ratings.joined(separator: ", "))}
      sdo: [Somebody]
      """
    var fields = try fields(base, .standard)
    if !more.isEmpty {
      for entry in try self.fields(more, .standard).entries { fields[entry.name] = entry.value }
    }
    return try #require(
      Standard(
        id: try self.id(id), category: category, fields: Schema.standard.ordered(fields)))
  }

  static func override(_ id: String, _ text: String) throws -> Override {
    try #require(Override(id: try self.id(id), fields: try fields(text, .override)))
  }

  static func useCase(_ id: String, _ text: String) throws -> UseCase {
    try #require(UseCase(id: try self.id(id), fields: try fields(text, .useCase)))
  }

  static func delisted(_ id: String, replacedBy: String = "") throws -> DelistedStandard {
    var fields = try standard(id).fields
    let head = "category: data\nproposal: 7\nbecause: Gone.\n"
    let reasons = try self.fields(
      head + (replacedBy.isEmpty ? "" : "replaced-by: [\(replacedBy)]\n"), .delisted)
    for entry in reasons.entries { fields[entry.name] = entry.value }
    return try #require(
      DelistedStandard(id: try self.id(id), fields: Schema.delisted.ordered(fields)))
  }

  static func criteria(_ text: String = criteriaText) throws -> Criteria {
    try #require(Criteria(fields: try fields(text, .criteria)))
  }

  static func committee(_ text: String) throws -> Committee {
    try #require(Committee(fields: try fields(text, .committee)))
  }

  static func portfolio(
    _ standards: [Standard] = [], delisted: [DelistedStandard] = [], overrides: [Override] = [],
    useCases: [UseCase] = [], criteria: String = criteriaText, committee: String? = nil
  ) throws -> Portfolio {
    Portfolio(
      description: try #require(
        PortfolioDescription(fields: try fields(descriptionText, .portfolio))),
      criteria: try self.criteria(criteria),
      committee: try committee.map { try self.committee($0) }, standards: standards,
      delisted: delisted, overrides: overrides, useCases: useCases)
  }

  /// A proposal of the changes in a YAML list.
  static func proposal(_ changes: String, number: Int = 3, nature: String = "assessment") throws
    -> Proposal
  {
    let text =
      "nature: \(nature)\nproposer: Ada <ada@x.example>\ncreated: 2026-01-01\nchanges:\n" + changes
    return try #require(
      Proposal(number: number, folder: "0003-x", fields: try fields(text, .proposal)))
  }

  static let descriptionText = """
    id: demo
    format: 1
    title: A demonstration
    edition: First
    regions:
      - {id: america, label: America}
      - {id: us, label: US, within: america}
      - {id: europe, label: Europe}
    categories:
      - id: data
        name: Data
      - id: content
        name: Content
        not-applicable: [tooling]
    references:
      - {name: R1}
      - {name: R2}
    """

  static let criteriaText = """
    regional: lowest
    groups:
      preferred:
        required:
          maturity: {at-least: final, basis: calibrated}
          product-adoption: {at-least: moderate, basis: calibrated}
          not-superseded: {condition: not-superseded, basis: published 1}
      legacy:
        required:
          superseded-by-preferred: {condition: superseded-by-preferred, basis: published 1}
        expected:
          site-deployment: {at-least: low, basis: calibrated}
      emerging:
        required:
          maturity: {at-least: trial-use, basis: calibrated}
    moves:
      - {from: new, to: emerging}
      - {from: emerging, to: preferred}
      - {from: emerging, to: delisted}
      - {from: preferred, to: legacy}
      - {from: preferred, to: delisted, when: replaced}
      - {from: preferred, to: emerging, when: criterion-missed}
      - {from: legacy, to: delisted}
    review:
      assessment: {approvals: 2, affiliations: 2}
      editorial: {approvals: 1, affiliations: 1}
    """
}
