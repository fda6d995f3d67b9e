package import Diagnostics
package import PortfolioModel

/// The standards that match every filter; a filter that is nil or empty matches all.
package struct ListStandards: Sendable {
  /// What ids or names hold, all of it.
  package let words: [String]
  /// Whether the words are sought in all that a record says.
  package let searchesText: Bool
  package let group: Group?
  package let category: PortfolioModel.Category?
  package let factors: [FactorFilter]
  package let facets: [FacetFilter]
  /// Whether only standards that meet the criteria of another group are listed.
  package let onlyDue: Bool
  /// A clause; it stands for the clauses below it too.
  package let clause: String?

  package init(
    words: [String] = [], searchesText: Bool = false, group: Group?,
    category: PortfolioModel.Category?, factors: [FactorFilter],
    facets: [FacetFilter] = [], onlyDue: Bool, clause: String?
  ) {
    self.words = words
    self.searchesText = searchesText
    self.group = group
    self.category = category
    self.factors = factors
    self.facets = facets
    self.onlyDue = onlyDue
    self.clause = clause
  }

  /// In the order of the tables.
  ///
  /// - Throws: `Refusal` where the portfolio lists no such facet or value.
  package func standards(of portfolio: Portfolio, _ judge: Judge) throws(Refusal) -> [Standard] {
    let facets = try facets.map { filter throws(Refusal) in
      try filter.resolved(in: portfolio.description)
    }
    let named = words.isEmpty ? [] : StandardNames(portfolio).search(words)
    return portfolio.inTableOrder.filter { standard in
      (words.isEmpty || named.contains(standard.id) || (searchesText && mentions(standard)))
        && (group == nil || standard.group == group)
        && (category == nil || standard.category == category)
        && (!onlyDue || judge.due(standard) != nil)
        && factors.allSatisfy { $0.matches(standard, judge) }
        && facets.allSatisfy { isAbout($0.facet, $0.value, standard) }
        && (clause.map { isBelow(standard.clause, $0) } ?? true)
    }
  }

  /// Whether a record says every word, in whichever of its fields.
  private func mentions(_ standard: Standard) -> Bool {
    let text = FieldValue.fields(standard.fields).inline.foldedName
    return words.allSatisfy { text.contains($0.foldedName) }
  }

  private func isAbout(_ facet: Identifier, _ value: String?, _ standard: Standard) -> Bool {
    guard let named = standard.fields.fields("facets")?.lines(facet.text), !named.isEmpty else {
      return false
    }
    return value.map { value in named.contains { $0.hasSameBytes(as: value) } } ?? true
  }

  private func isBelow(_ clause: String?, _ wanted: String) -> Bool {
    guard let clause else { return false }
    return clause.hasSameBytes(as: wanted) || clause.utf8.starts(with: (wanted + ".").utf8)
  }
}
