package import PortfolioModel

/// A portfolio as JSON, `rspmaint.export/1`: each record as its file holds it, and what it is counted as.
package struct PortfolioData: Encodable, Sendable {
  private struct Named: Encodable, Sendable {
    let id: String
    let name: String
  }

  private struct Listed: Encodable, Sendable {
    let id: String
    let uri: String
    let category: String
    /// By factor, the level that is held against the criteria.
    let counted: [String: String]
    let record: JSONValue
  }

  private struct Entry: Encodable, Sendable {
    let id: String
    let record: JSONValue
  }

  private let schema = "rspmaint.export/1"
  private let id: String
  private let uri: String
  private let title: String
  private let edition: String
  private let domain: Nullable<JSONValue>
  private let regions: [JSONValue]
  private let categories: [Named]
  private let references: [JSONValue]
  private let standards: [Listed]
  private let delisted: [Entry]
  private let overrides: [Entry]
  private let useCases: [Entry]

  private enum CodingKeys: String, CodingKey {
    case schema, id, uri, title, edition, domain, regions, categories, references, standards
    case delisted, overrides
    case useCases = "use-cases"
  }

  package init(_ portfolio: Portfolio) {
    let description = portfolio.description
    let (uris, judge) = (PortfolioURIs(description), Judge(portfolio))
    (id, uri) = (description.id.text, uris.portfolio)
    (title, edition) = (description.title, description.edition)
    domain = Nullable(description.fields["domain"].map { JSONValue($0) })
    regions = description.fields.list("regions").map { JSONValue($0) }
    references = description.fields.list("references").map { JSONValue($0) }
    categories = description.categories.map { Named(id: $0.category.rawValue, name: $0.name) }
    standards = portfolio.inTableOrder.map { standard in
      Listed(
        id: standard.id.text, uri: uris.standard(standard.id),
        category: standard.category.rawValue,
        counted: Factor.allCases.reduce(into: [:]) { levels, factor in
          levels[factor.rawValue] = judge.counted(factor, of: standard)?.rawValue
        }, record: JSONValue(.fields(standard.fields)))
    }
    delisted = portfolio.delistedInOrder.map { PortfolioData.entry($0.standard.id, $0.fields) }
    overrides = portfolio.overridesInOrder.map { PortfolioData.entry($0.id, $0.fields) }
    useCases = portfolio.useCasesInOrder.map { PortfolioData.entry($0.id, $0.fields) }
  }

  private static func entry(_ id: Identifier, _ fields: Fields) -> Entry {
    Entry(id: id.text, record: JSONValue(.fields(fields)))
  }
}
