import Diagnostics
package import PortfolioModel

/// Reads the value of one field as a user types it: as text, or as YAML's `[…]` or `{…}`.
package enum FieldText {
  /// Returns the value in canonical order; the text of lines and prose stays as it was typed.
  ///
  /// - Throws: `FieldTextError` where a list or mapping can't be read.
  package static func value(
    _ text: String, of kind: FieldKind
  ) throws(FieldTextError) -> FieldValue {
    let isCollection = text.hasPrefix("[") || text.hasPrefix("{")
    if isCollection, kind.takesCollection {
      var tree = YAMLTree(text, path: "")
      guard let value = tree.read(), tree.findings.isEmpty else {
        let isSyntax = tree.findings.rules.contains(.yamlSyntax)
        throw FieldTextError(
          message: isSyntax
            ? "its brackets, braces or quotes do not fit together"
            : tree.findings.first?.message ?? "the value can't be read")
      }
      return kind.ordered(value)
    }
    if kind.isList { return .list([.text(text)]) }
    return kind.ordered(.text(text))
  }
}

/// Why a typed value can't be read.
package struct FieldTextError: Error, Sendable {
  package let message: String
}

extension FieldKind {
  fileprivate var takesCollection: Bool {
    switch self {
    case .list, .fields, .dictionary, .anything: true
    case .either(_, let list, let fields): list != nil || fields != nil
    default: false
    }
  }
}
