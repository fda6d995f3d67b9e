package import Git

/// The attributes that make git write other bytes than it was given, or merge by another program.
package enum ContentAlteringAttribute: String, CaseIterable {
  case filter, ident, merge
  case encoding = "working-tree-encoding"

  /// The attributes that are set on any of the paths, each with the first such path. An attribute
  /// counts as set if any version of git would read it so.
  package static func found(
    among paths: [String], in sources: AttributeSources
  ) throws(AttributeProblem) -> [(name: String, path: String)] {
    let found = try sources.paths(by: allCases.map(\.rawValue), among: paths) { name, value in
      ContentAlteringAttribute(rawValue: name)?.altersContent(value) ?? false
    }
    return allCases.compactMap { attribute in
      found[attribute.rawValue].map { (attribute.rawValue, $0) }
    }
  }

  private func altersContent(_ value: AttributeValue) -> Bool {
    switch value {
    case .unspecified, .unset: false
    // A set `merge` merges as text, which git does anyway.
    case .set: self != .merge
    case .text(let text): self != .merge || !["text", "binary"].contains(text)
    }
  }
}
