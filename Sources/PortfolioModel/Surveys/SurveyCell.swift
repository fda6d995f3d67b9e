/// What a survey asks for one level: a standard on a factor, in a region where it is rated by region.
package struct SurveyCell: Hashable, Sendable {
  package let standard: Identifier
  package let factor: Factor
  /// A region of the rating, or `elsewhere`; nil where one level is for all.
  package let region: String?

  package init(_ standard: Identifier, _ factor: Factor, region: String? = nil) {
    (self.standard, self.factor, self.region) = (standard, factor, region)
  }

  init?(_ fields: Fields) {
    guard let standard = fields.text("standard").flatMap(Identifier.init),
      let factor = fields.text("factor").flatMap(Factor.init)
    else { return nil }
    self.init(standard, factor, region: fields.text("region"))
  }

  package var fields: Fields {
    var fields = Fields([
      Fields.Entry("standard", .text(standard.text)),
      Fields.Entry("factor", .text(factor.rawValue)),
    ])
    fields["region"] = region.map { .text($0) }
    return fields
  }

  /// The field of the record that holds the level.
  package var field: String {
    factor.rawValue + (region.map { ".regions.\($0)" } ?? "")
  }

  /// As a message names it: "a-standard, site deployment (us)".
  package var name: String {
    "\(standard), \(factor.phrase)" + (region.map { " (\($0))" } ?? "")
  }
}

extension SurveyCell {
  /// The cells of a standard: one a factor that its category rates, and one a region where that
  /// rating is by region.
  package static func all(
    of standard: Standard, _ factors: [Factor], in portfolio: Portfolio
  ) -> [SurveyCell] {
    let category = portfolio.description.description(of: standard.category)
    return factors.filter { category?.notApplicable.contains($0) != true }.flatMap { factor in
      guard case .regional(let rating) = standard.assessment[factor] else {
        return [SurveyCell(standard.id, factor)]
      }
      return rating.regions.map { SurveyCell(standard.id, factor, region: $0.region) }
    }
  }

  /// The level in a portfolio; nil where there is none, or where it is rated by other regions.
  package func level(in portfolio: Portfolio) -> Level? {
    switch (portfolio.standards[standard]?.assessment[factor], region) {
    case (.level(let level), nil): level
    case (.regional(let rating), let region?):
      rating.regions.first { $0.region.hasSameBytes(as: region) }?.level
    default: nil
    }
  }
}

extension Factor {
  /// The levels that a rating may have, lowest first; `retired` is below all.
  package var ascending: [Level] { levels.sorted { rank(of: $0) < rank(of: $1) } }
}
