package import Diagnostics

/// A problem of a field by its schema: the rule and the path.
package struct SchemaProblem: Sendable {
  package let rule: RuleID
  package let path: FieldPath
  /// Whether the problem's place is the key, not the value.
  package let isAboutKey: Bool
  private let words: @Sendable () -> (message: String, help: [Hint])

  /// Makes a problem. Its words are computed when they are read, as a file may have more problems
  /// than are shown.
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
