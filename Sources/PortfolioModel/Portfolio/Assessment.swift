/// A standard's ratings, one a factor at most.
package struct Assessment: Hashable, Sendable {
  private var maturity: Rating?
  private var productAdoption: Rating?
  private var siteDeployment: Rating?
  private var tooling: Rating?

  /// - Parameter fields: A record's `assessment`; what is not a rating of a factor is left out.
  init(_ fields: Fields) {
    for entry in fields.entries {
      guard let factor = Factor(rawValue: entry.name) else { continue }
      self[factor] = Rating(entry.value, of: factor)
    }
  }

  package private(set) subscript(factor: Factor) -> Rating? {
    get {
      switch factor {
      case .maturity: maturity
      case .productAdoption: productAdoption
      case .siteDeployment: siteDeployment
      case .tooling: tooling
      }
    }
    set {
      switch factor {
      case .maturity: maturity = newValue
      case .productAdoption: productAdoption = newValue
      case .siteDeployment: siteDeployment = newValue
      case .tooling: tooling = newValue
      }
    }
  }
}
