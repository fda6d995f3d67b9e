import Diagnostics

extension PortfolioDescription {
  /// What a record or a use case names under `facets` that the portfolio does not list.
  func facetFindings(_ fields: Fields, _ subject: Subject) -> [Finding] {
    (fields.fields("facets")?.entries ?? []).flatMap { entry -> [Finding] in
      let path = FieldPath(["facets", entry.name])
      guard let facet = facet(entry.name) else {
        return [
          Finding(
            .unknownFacet, subject, path, key: true,
            "'\(entry.name)' is not a facet of the portfolio",
            help: [hint(for: entry.name, in: facets.map(\.id.text), "facets")])
        ]
      }
      return (entry.value.list ?? []).enumerated().compactMap { index, value in
        guard let name = value.text, !facet.values.contains(where: name.hasSameBytes) else {
          return nil
        }
        return Finding(
          .unknownFacet, subject, path.appending(index),
          "'\(name)' is not among the values of \(facet.label)",
          help: [hint(for: name, in: facet.values, "values")])
      }
    }
  }

  private func hint(for word: String, in words: [String], _ plural: String) -> Hint {
    guard !words.isEmpty else {
      return "the portfolio lists no \(plural): 'domain' of portfolio.yml holds them"
    }
    return Nearest.hint(for: word, in: words, "the \(plural) are")
  }
}
