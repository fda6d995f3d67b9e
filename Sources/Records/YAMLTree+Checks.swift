import Diagnostics
import PortfolioModel

extension YAMLTree {
  /// Reports an anchor or a tag.
  mutating func checkProperties(_ event: YAMLEvent) {
    if event.hasAnchor {
      report(
        .yamlAnchor, event.start.line, event.start.column, "an anchor names a value",
        "remove the '&…'")
    }
    if event.hasTag {
      report(
        .yamlTag, event.start.line, event.start.column, "a tag gives a value a type",
        "remove the '!…'")
    }
  }

  /// Reports a forbidden character in a value: quoted text can hold it as an escape.
  mutating func checkText(_ text: String, _ event: YAMLEvent) {
    guard let scalar = ForbiddenCharacter.first(in: text) else { return }
    report(
      .forbiddenCharacter, event.start.line, event.start.column,
      "the value holds the character \(ForbiddenCharacter.name(scalar))", "remove it")
  }
}
