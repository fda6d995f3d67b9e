extension PortfolioDescription {
  /// A field of a record as the tool names it, from the way in which a reader does (design
  /// section 11): `adoption`, `deployment.us`, `site-deployment[United States]`.
  ///
  /// A facet is named by its id or label. A text that names neither is returned as it is.
  package func field(named text: String) -> String {
    let path = text.hasPrefix("assessment.") ? String(text.dropFirst("assessment.".count)) : text
    let head = path.prefix { $0 != "." && $0 != "[" }
    guard let factor = Factor.named(String(head)) else {
      return facet(named: text).map { "facets.\($0)" } ?? text
    }
    var rest = String(path[head.endIndex...])
    guard !rest.isEmpty else { return factor.rawValue }
    rest = rest.hasPrefix("[") && rest.hasSuffix("]") ? String(rest.dropLast()) : rest
    rest = String(rest.dropFirst())
    let region = region(named: rest).map { "regions.\($0)" }
    return "assessment.\(factor.rawValue).\(region ?? rest)"
  }

  /// The id of the facet that a text names by id or label; a field of a record goes first.
  private func facet(named text: String) -> String? {
    guard Schema.standard.field(text) == nil else { return nil }
    let wanted = text.foldedName
    return facets.first { facet in
      [facet.id.text, facet.label].contains { $0.foldedName.hasSameBytes(as: wanted) }
    }?.id.text
  }

  /// The id of the region that a text names by id or label, or `elsewhere`.
  private func region(named text: String) -> String? {
    let wanted = text.foldedName
    guard wanted != RegionalRating.elsewhere else { return RegionalRating.elsewhere }
    return regions.first { region in
      [region.id.text, region.label].contains { $0.foldedName.hasSameBytes(as: wanted) }
    }?.id.text
  }
}

extension Factor {
  /// By its name, or by the last word of it: `adoption`, `deployment`.
  package static func named(_ text: String) -> Factor? {
    let wanted = text.foldedName
    return allCases.first { $0.rawValue == wanted || $0.shortName == wanted }
  }

  /// The last word of the name, by which readers call it.
  package var shortName: String {
    rawValue.split(separator: "-").last.map(String.init) ?? rawValue
  }
}
