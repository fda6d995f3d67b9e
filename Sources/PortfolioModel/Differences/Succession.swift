/// A split, a merger or a replacement: leaving standards and the new ones that take their place.
package struct Succession: Hashable, Sendable {
  package let leaving: [Identifier]
  package let entering: [Identifier]

  /// The kind in words: "split", "merger" or "replacement".
  package var word: String {
    switch (leaving.count, entering.count) {
    case (1, 1): "replacement"
    case (1, _): "split"
    case (_, 1): "merger"
    default: "regrouping"
    }
  }

  /// The successions between two portfolios, where `replaced-by` of delisted standards names new
  /// ones.
  package static func all(from base: Portfolio, to head: Portfolio) -> [Succession] {
    var groups: [(leaving: [Identifier], entering: [Identifier])] = []
    for record in head.delistedInOrder where base.standards[record.standard.id] != nil {
      let new = record.replacedBy.filter { base.standards[$0] == nil && head.standards[$0] != nil }
      guard !new.isEmpty else { continue }
      // Delisted standards that share a new standard belong together.
      let shared = groups.indices.filter { groups[$0].entering.contains(where: new.contains) }
      var merged = (leaving: [record.standard.id], entering: new)
      for index in shared.reversed() {
        let other = groups.remove(at: index)
        merged.leaving = other.leaving + merged.leaving
        merged.entering = other.entering + merged.entering.filter { !other.entering.contains($0) }
      }
      groups.append(merged)
    }
    return groups.map { Succession(leaving: $0.leaving, entering: $0.entering) }
  }
}
