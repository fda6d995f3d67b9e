/// `portfolio.yml`: what the portfolio is about, and the lists that its records refer to.
package struct PortfolioDescription: Hashable, Sendable {
  /// The edition that a new portfolio is of until it has published one.
  package static let unpublished = "first draft"

  package struct Region: Hashable, Sendable {
    package let id: Identifier
    package let label: String
    package let within: Identifier?
  }

  /// A labelled list that describes the domain.
  package struct Facet: Hashable, Sendable {
    package let id: Identifier
    package let label: String
    /// The values that records may name.
    package let values: [String]
  }

  package struct CategoryDescription: Hashable, Sendable {
    package let category: Category
    package let name: String
    package let notApplicable: [Factor]
  }

  /// The number of the format (canonical text and changelog wording) that this version knows.
  package static let knownFormat = 1

  package let fields: Fields
  package let id: Identifier
  package let regions: [Region]
  package let categories: [CategoryDescription]
  /// The labelled lists that describe the domain, in declared order.
  package let facets: [Facet]
  /// The names of the references to which records may conform.
  package let references: [String]
  /// The drafts and publications, in the order in which they were made.
  package let editions: [Edition]

  /// Returns nil where the fields do not meet ``Schema/portfolio``.
  package init?(fields: Fields) {
    guard Schema.portfolio.problems(in: fields).isEmpty,
      let id = fields.text("id").flatMap(Identifier.init)
    else { return nil }
    self.fields = fields
    self.id = id
    regions = fields.list("regions").compactMap { item in
      guard let region = item.fields, let id = region.text("id").flatMap(Identifier.init) else {
        return nil
      }
      return Region(
        id: id, label: region.text("label") ?? id.text,
        within: region.text("within").flatMap(Identifier.init))
    }
    categories = fields.list("categories").compactMap { item in
      guard let values = item.fields, let category = values.text("id").flatMap(Category.init)
      else { return nil }
      return CategoryDescription(
        category: category, name: values.text("name") ?? category.rawValue,
        notApplicable: values.lines("not-applicable").compactMap(Factor.init))
    }
    facets = (fields.fields("domain")?.list("facets") ?? []).compactMap { item in
      guard let facet = item.fields, let id = facet.text("id").flatMap(Identifier.init) else {
        return nil
      }
      return Facet(
        id: id, label: facet.text("label") ?? id.text,
        values: facet.list("values").compactMap { $0.fields?.text("name") })
    }
    references = fields.list("references").compactMap { $0.fields?.text("name") }
    editions = fields.list("editions").compactMap { $0.fields.flatMap(Edition.init) }
  }

  package var format: Int { fields.integer("format") ?? 0 }
  /// What the URIs of exports begin with; nil where the portfolio has no address of its own.
  package var uri: String? { fields.text("uri") }
  package var title: String { fields.text("title") ?? id.text }
  package var edition: String { fields.text("edition") ?? "" }

  package func region(_ id: String) -> Region? { regions.first { $0.id.text == id } }

  package func facet(_ id: String) -> Facet? { facets.first { $0.id.text.hasSameBytes(as: id) } }

  package func description(of category: Category) -> CategoryDescription? {
    categories.first { $0.category == category }
  }

  /// The regions that a region lies within, nearest first. Stops at a repetition.
  package func surroundings(of region: Identifier) -> [Identifier] {
    var result: [Identifier] = []
    var current = self.region(region.text)?.within
    while let next = current, !result.contains(next) {
      result.append(next)
      current = self.region(next.text)?.within
    }
    return result
  }
}
