package import PortfolioModel

/// What a paper cites: the references of the portfolio, and each standard by its developers.
package struct BibTeX {
  private let portfolio: Portfolio

  package init(_ portfolio: Portfolio) { self.portfolio = portfolio }

  /// References in the order of `portfolio.yml`, with `ref:` before their keys; then the standards, each
  /// by its id, in the order of the tables.
  package var text: String {
    let references = portfolio.description.fields.list("references").compactMap(\.fields)
    return (BibTeX.keyed(references).map(entry) + portfolio.inTableOrder.map(entry))
      .joined(separator: "\n")
  }

  /// The references with the keys that are made of their names; a second one of a name gets a number.
  private static func keyed(_ references: [Fields]) -> [(key: String, fields: Fields)] {
    var counts: [String: Int] = [:]
    return references.map { fields in
      let slug = fields.text("name").flatMap { Identifier(slugOf: $0)?.text } ?? "reference"
      counts[slug, default: 0] += 1
      let count = counts[slug] ?? 1
      return ("ref:" + (count == 1 ? slug : "\(slug)-\(count)"), fields)
    }
  }

  private func entry(_ key: String, _ fields: Fields) -> String {
    let name = fields.text("name") ?? ""
    return BibTeX.entry(
      key,
      [
        ("title", fields.text("title") ?? name), ("shorttitle", name),
        ("publisher", fields.text("publisher") ?? ""),
      ])
  }

  private func entry(_ standard: Standard) -> String {
    let conformance = standard.conformsTo.isEmpty ? "" : standard.conformsTo.alternatives
    return BibTeX.entry(
      standard.id.text,
      [
        ("title", standard.formalName), ("shorttitle", standard.briefName),
        ("organization", standard.developers.joined(separator: " and ")),
        ("howpublished", standard.fields.text("reference") ?? ""),
        ("note", conformance.isEmpty ? "" : "Conforms to \(conformance)"),
      ])
  }

  private static func entry(_ key: String, _ fields: [(name: String, value: String)]) -> String {
    let lines = fields.filter { !$0.value.isEmpty }.map {
      "  \($0.name) = {{\(escaped($0.value))}}"
    }
    return "@misc{\(key),\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  /// The text for LaTeX, which takes ten of its characters for commands.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&", "%", "$", "#", "_": result += "\\\(scalar)"
      // BibTeX counts braces even behind a backslash.
      case "{": result += "\\textbraceleft{}"
      case "}": result += "\\textbraceright{}"
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
