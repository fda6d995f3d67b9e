package import Diagnostics

/// A field that is not what the schema asks for: which rule, at which path.
package struct SchemaProblem: Sendable {
  package let rule: RuleID
  package let path: FieldPath
  /// Whether the key, not the value, is the place.
  package let isAboutKey: Bool
  private let words: @Sendable () -> (message: String, help: [Hint])

  /// The words are made when they are read: a file may have more problems than anyone sees.
  package init(
    _ rule: RuleID, at path: FieldPath, key: Bool = false,
    _ message: @autoclosure @escaping @Sendable () -> String,
    help: @autoclosure @escaping @Sendable () -> [Hint] = []
  ) {
    self.rule = rule
    self.path = path
    self.isAboutKey = key
    words = { (message(), help()) }
  }

  package var message: String { words().message }

  package var help: [Hint] { words().help }
}
