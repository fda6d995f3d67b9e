package import Diagnostics

/// A field that is not what the schema asks for: which rule, at which path.
package struct SchemaProblem: Hashable, Sendable {
  package let rule: RuleID
  package let path: FieldPath
  /// Whether the key, not the value, is the place.
  package let isAboutKey: Bool
  package let message: String
  package let help: [String]

  package init(
    _ rule: RuleID, at path: FieldPath, key: Bool = false, _ message: String, help: [String] = []
  ) {
    self.rule = rule
    self.path = path
    self.isAboutKey = key
    self.message = message
    self.help = help
  }
}
