/// A word of a factor's scale.
package enum Level: String, CaseIterable, Sendable {
  case publishedDraft = "published-draft"
  case trialUse = "trial-use"
  case final, retired
  case nothing = "none"
  case pilot, low, moderate, high, universal

  /// The level's name in a sentence.
  package var phrase: String {
    switch self {
    case .publishedDraft: "published draft"
    case .trialUse: "trial use"
    default: rawValue
    }
  }
}

/// The direction in which a regional level is moving.
package enum Trend: String, CaseIterable, Sendable {
  case rising, falling
}
