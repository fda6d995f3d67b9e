import Diagnostics
import PortfolioModel

/// A value of a facet: `FACET=VALUE`, or a facet alone for any of its values.
package struct FacetFilter: Sendable {
  private let name: String
  private let value: String?

  package init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty, parts.last?.isEmpty == false else { return nil }
    self.name = String(name)
    value = parts.count > 1 ? String(parts[1]) : nil
  }

  /// The facet and value that the portfolio lists, whatever the case of what was typed.
  ///
  /// - Throws: `Refusal` with the nearest where it lists none of the name.
  func resolved(
    in description: PortfolioDescription
  ) throws(Refusal) -> (facet: Identifier, value: String?) {
    let facets = description.facets
    let named = facets.first { facet in
      [facet.id.text, facet.label].contains { $0.foldedName.hasSameBytes(as: name.foldedName) }
    }
    guard let named else {
      throw FacetFilter.refusal("facet", name, facets.map(\.id.text))
    }
    guard let value else { return (named.id, nil) }
    let wanted = value.foldedName
    guard let known = named.values.first(where: { $0.foldedName.hasSameBytes(as: wanted) }) else {
      throw FacetFilter.refusal("value of \(named.id)", value, named.values)
    }
    return (named.id, known)
  }

  private static func refusal(_ what: String, _ word: String, _ words: [String]) -> Refusal {
    Refusal(
      .usage, "the portfolio lists no \(what) '\(word)'",
      help: words.isEmpty ? [] : [Nearest.hint(for: word, in: words, "it lists")])
  }
}
