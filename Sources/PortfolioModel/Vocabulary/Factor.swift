/// A factor for which a standard is assessed (ISO 21860:2020, 5.2.2).
package enum Factor: String, CaseIterable, Sendable {
  case maturity
  case productAdoption = "product-adoption"
  case siteDeployment = "site-deployment"
  case tooling

  /// The factor's ordered scale, lowest first.
  package var scale: [Level] {
    switch self {
    case .maturity: [.publishedDraft, .trialUse, .final]
    case .productAdoption, .siteDeployment: [.nothing, .pilot, .low, .moderate, .high, .universal]
    case .tooling: [.nothing, .low, .moderate, .high]
    }
  }

  /// The levels that a rating of the factor may have; `retired` is not on the scale.
  package var levels: [Level] { self == .maturity ? scale + [.retired] : scale }

  /// The factor's name in a sentence.
  package var phrase: String {
    switch self {
    case .maturity: "maturity"
    case .productAdoption: "product adoption"
    case .siteDeployment: "site deployment"
    case .tooling: "tooling"
    }
  }

  /// Whether a level reaches a threshold on the factor's scale. `retired` reaches none.
  package func reaches(_ level: Level, _ threshold: Level) -> Bool {
    guard let actual = scale.firstIndex(of: level), let least = scale.firstIndex(of: threshold)
    else { return false }
    return actual >= least
  }

  /// The place of a level on the scale, from 0; `retired` is below all, at -1.
  package func rank(of level: Level) -> Int { scale.firstIndex(of: level) ?? -1 }
}
