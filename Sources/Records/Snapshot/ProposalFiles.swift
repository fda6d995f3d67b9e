package import PortfolioModel

/// The texts of a ballot's files.
package enum BallotFiles {
  package static func ballot(_ fields: Fields) -> String { CanonicalText.of(fields, .ballot) }
  package static func result(_ result: BallotResult) -> String {
    CanonicalText.of(result.fields, .ballotResult)
  }
  package static func receipts(_ receipts: [Receipt], _ lost: [LostReply]) -> String {
    var fields = Fields([Fields.Entry("receipts", .list(receipts.map { .fields($0.fields) }))])
    if !lost.isEmpty { fields["lost"] = .list(lost.map { .fields($0.fields) }) }
    return CanonicalText.of(fields, .receipts)
  }
  package static func replies(_ replies: [Reply]) -> String {
    list("replies", replies.map(\.fields), .replies)
  }
  package static func dispositions(
    _ dispositions: [Disposition], _ negatives: [JudgedNegative], _ satisfied: [Satisfaction]
  ) -> String {
    var fields = Fields()
    if !dispositions.isEmpty {
      fields["dispositions"] = .list(dispositions.map { .fields($0.fields) })
    }
    if !negatives.isEmpty { fields["negatives"] = .list(negatives.map { .fields($0.fields) }) }
    if !satisfied.isEmpty { fields["satisfied"] = .list(satisfied.map { .fields($0.fields) }) }
    return CanonicalText.of(fields, .dispositions)
  }

  private static func list(_ name: String, _ items: [Fields], _ schema: Schema) -> String {
    CanonicalText.of(
      Fields([Fields.Entry(name, .list(items.map { .fields($0) }))]), schema)
  }
}

/// The texts of a proposal's files.
package enum ProposalFiles {
  package static func proposal(_ fields: Fields) -> String { CanonicalText.of(fields, .proposal) }
  package static func state(_ state: ProposalState) -> String {
    CanonicalText.of(state.fields, .state)
  }
  package static func review(_ fields: Fields) -> String { CanonicalText.of(fields, .review) }
}
