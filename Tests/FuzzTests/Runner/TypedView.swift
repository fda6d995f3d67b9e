import PortfolioModel

/// The value of the model that a file's content stands for.
enum TypedView {
  /// Whether there is one; asking it for all it has must not fail either.
  static func exists(_ fields: Fields, _ schema: Schema) -> Bool {
    guard let id = Identifier("x") else { return false }
    switch schema.name {
    case Schema.standard.name:
      return Standard(id: id, category: .data, fields: fields).map(isWhole) ?? false
    case Schema.delisted.name:
      return DelistedStandard(id: id, fields: fields).map { isWhole($0.standard) } ?? false
    case Schema.override.name:
      guard let override = Override(id: id, fields: fields) else { return false }
      return override.waivers.count == fields.list("waives").count
        && override.moves.count == fields.list("moves").count
    case Schema.useCase.name:
      guard let useCase = UseCase(id: id, fields: fields) else { return false }
      return useCase.rows.count == fields.list("rows").count
    case Schema.portfolio.name:
      guard let description = PortfolioDescription(fields: fields) else { return false }
      return description.categories.count == fields.list("categories").count
    case Schema.criteria.name: return Criteria(fields: fields) != nil
    case Schema.committee.name: return Committee(fields: fields) != nil
    case Schema.state.name: return ProposalState(fields: fields) != nil
    case Schema.review.name: return Review(file: "x", fields: fields) != nil
    case Schema.proposal.name:
      guard let proposal = Proposal(number: 1, folder: "0001-x", fields: fields) else {
        return false
      }
      return proposal.changes.count == fields.list("changes").count
    case Schema.survey.name:
      guard let survey = Survey(id: id, fields: fields) else { return false }
      return survey.rounds.count == fields.list("rounds").count
        && survey.ratings.count == fields.list("ratings").count
    case Schema.response.name:
      return SurveyResponse(fields).receipts.count == fields.list("receipts").count
    default: return false
    }
  }

  private static func isWhole(_ standard: Standard) -> Bool {
    let written = RelationKind.allCases.reduce(0) { $0 + standard.fields.list($1.rawValue).count }
    let rated = standard.fields.fields("assessment")?.entries.count ?? 0
    return standard.relations.count == written
      && Factor.allCases.count { standard.assessment[$0] != nil } == rated
  }
}
