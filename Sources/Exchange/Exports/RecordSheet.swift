import Forms
package import PortfolioModel

/// The records as one sheet: a row for each standard, in the order of the tables.
package struct RecordSheet {
  private let portfolio: Portfolio

  package init(_ portfolio: Portfolio) { self.portfolio = portfolio }

  /// Comma-separated values. A rating stands in two columns: the level where there is one for all
  /// regions, and the levels by region.
  package var csv: String {
    let ratings = Factor.allCases.flatMap { [$0.rawValue, "\($0.rawValue)-regions"] }
    let header =
      ["id", "brief-name", "formal-name", "category", "group", "position", "clause"] + ratings
      + RelationKind.allCases.map(\.rawValue) + ["sdo", "reference", "conforms-to", "scope"]
      + portfolio.description.facets.map(\.id.text)
    return ([header] + portfolio.inTableOrder.map(cells)).map { CSV.line($0) }.joined()
  }

  private func cells(_ standard: Standard) -> [String] {
    let ratings = Factor.allCases.flatMap { factor -> [String] in
      let rating = standard.assessment[factor]
      return [rating?.single?.rawValue ?? "", rating?.regions ?? ""]
    }
    let relations = RelationKind.allCases.map { kind in
      standard.relations.filter { $0.kind == kind }.map(\.target.name).inOneCell
    }
    let head = [
      standard.id.text, standard.briefName, standard.formalName, standard.category.rawValue,
      standard.group.rawValue, String(standard.position), standard.clause ?? "",
    ]
    return head + ratings + relations + [
      standard.developers.inOneCell, standard.fields.text("reference") ?? "",
      standard.conformsTo.inOneCell, standard.scope,
    ] + portfolio.description.facets.map { standard.values(of: $0).inOneCell }
  }
}

extension Rating {
  /// The level for all regions; nil of a regional rating without one.
  var single: Level? {
    switch self {
    case .level(let level): level
    case .regional(let rating): rating.combined
    }
  }

  /// The levels by region on one line; nil where there are none.
  var regions: String? {
    switch self {
    case .level: nil
    case .regional(let rating): rating.regions.map(\.phrase).inOneCell
    }
  }
}

extension Standard.Relation.Target {
  /// The id, or the name of what is outside the portfolio.
  var name: String {
    switch self {
    case .standard(let id): id.text
    case .external(let name): name
    }
  }
}

extension Standard {
  /// The values of a facet that the record names.
  func values(of facet: PortfolioDescription.Facet) -> [String] {
    fields.fields("facets")?.lines(facet.id.text) ?? []
  }
}

extension [String] {
  fileprivate var inOneCell: String { joined(separator: "; ") }
}
