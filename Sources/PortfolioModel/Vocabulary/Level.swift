/// A word of a factor's scale.
package enum Level: String, CaseIterable, Sendable {
  case publishedDraft = "published-draft"
  case trialUse = "trial-use"
  case final, retired
  case nothing = "none"
  case pilot, low, moderate, high, universal

  /// The level in running text.
  package var phrase: String {
    switch self {
    case .publishedDraft: "published draft"
    case .trialUse: "trial use"
    default: rawValue
    }
  }
}

/// Where a regional level is heading.
package enum Trend: String, CaseIterable, Sendable {
  case rising, falling
}
