package import Git
import PortfolioModel
import Records

/// The attributes with which git would write other bytes than it was given, or merge by a program.
package enum HarmfulAttribute: String, CaseIterable {
  case filter, ident, merge
  case encoding = "working-tree-encoding"

  /// Paths that records may have which are not there yet.
  package static let examples =
    Category.allCases.map { "Portfolio/standards/\($0.rawValue)/example.yml" } + [
      Layout.portfolioFile, Layout.criteriaFile, Layout.committeeFile, Layout.changelogFile,
      "Portfolio/delisted/example.yml", "Portfolio/overrides/example.yml",
      "Portfolio/use-cases/example.yml", "Proposals/0001-example/proposal.yml",
      "Proposals/0001-example/state.yml", "Proposals/0001-example/reviews/example.yml",
      "Proposals/ballots/example/ballot.yml", "Proposals/ballots/example/originals/example.docx",
    ]

  /// The attributes that are set on any of the paths, in any way that git may read the files, each
  /// with the first of these paths.
  package static func found(
    among paths: [String], in sources: AttributeSources
  ) throws(AttributeProblem) -> [(name: String, path: String)] {
    let found = try sources.paths(by: allCases.map(\.rawValue), among: paths) { name, value in
      HarmfulAttribute(rawValue: name)?.isHarmful(value) ?? false
    }
    return allCases.compactMap { attribute in
      found[attribute.rawValue].map { (attribute.rawValue, $0) }
    }
  }

  private func isHarmful(_ value: AttributeValue) -> Bool {
    switch value {
    case .unspecified, .unset: false
    // To merge as text, which is what git does anyway.
    case .set: self != .merge
    case .text(let text): self != .merge || !["text", "binary"].contains(text)
    }
  }
}
