/// The group of a standard in its category's table (ISO 21860:2020, 5.2.2).
package enum Group: String, CaseIterable, Sendable {
  case preferred, legacy, emerging

  /// What the group means to a project that uses the portfolio (5.1).
  package var effect: String {
    switch self {
    case .preferred, .legacy: "required where its scope applies"
    case .emerging: "due consideration only"
    }
  }
}
