package import Diagnostics
package import PortfolioModel
package import Records

/// A record to fill in for a standard that is to be added: each field with what it holds and the
/// words that it may have.
package struct RecordTemplate: Sendable {
  private let description: PortfolioDescription
  package let id: Identifier

  /// - Throws: `Refusal` where no standard can be added under the id.
  package init(_ id: String, in snapshot: Snapshot) throws(Refusal) {
    let portfolio = try snapshot.readable()
    description = portfolio.description
    self.id = try NewStandard.identifier(id, in: portfolio, snapshot)
  }

  /// - Parameter next: What to type once it is filled in.
  package func text(next: String) -> String {
    var lines = [
      "# The record of \(id). Fill in what stands without '#', then type:", "#   \(next)",
    ]
    let fields = Schema.addedStandard.fields.filter { $0.name != "position" }
    for field in fields where field.isRequired { lines += required(field) }
    lines += [
      "", "# What follows is optional: remove the '# ' before a field that the record needs.",
    ]
    for field in fields where !field.isRequired {
      lines += [
        "#", "# # \(RecordTemplate.words(on: field))\(choices(of: field))",
        "# \(RecordTemplate.example(field))",
      ]
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func required(_ field: Field) -> [String] {
    guard field.name == "assessment" else {
      return ["", "# \(words(on: field))", "\(field.name):"]
    }
    return ["", "\(field.name):"]
      + Factor.allCases.flatMap { factor -> [String] in
        let unrated = description.categories.filter { $0.notApplicable.contains(factor) }
        let exception =
          unrated.isEmpty
          ? "" : "; not in the category \(unrated.map(\.category.rawValue).alternatives)"
        return [
          "  # \(factor.levels.map(\.rawValue).alternatives)\(exception)", "  \(factor.rawValue):",
        ]
      } + ["  # By region: \(regional)"]
  }

  private var regional: String {
    let regions = (description.regions.map(\.id.text) + [RegionalRating.elsewhere]).alternatives
    return "{combined: LEVEL, regions: {REGION: LEVEL, elsewhere: LEVEL}}; REGION: \(regions)"
  }

  /// The facets that the portfolio lists, where the field takes one.
  private func choices(of field: Field) -> String {
    guard field.name == "facets", !description.facets.isEmpty else { return "" }
    return "; FACET: \(description.facets.map(\.id.text).alternatives)"
  }

  private func words(on field: Field) -> String {
    NewStandard.words(for: field.name, description) ?? RecordTemplate.words(on: field)
  }
}
