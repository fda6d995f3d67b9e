/// The text that a chair signs to settle one objection, with the reason.
///
/// It holds what the objection says and of what, so that it settles no other.
package struct SettlementText: SignedText, Hashable {
  package let portfolio: Identifier
  /// The content id that the objection is to.
  package let content: String
  /// The stem of the objection's file.
  package let reviewer: String
  package let objected: CalendarDate
  /// The git blob id of the objection's comment.
  package let comment: String
  package let member: Identifier
  package let date: CalendarDate
  /// The git blob id of the reason.
  package let because: String

  package static let namespace = "rspmaint-settlement"

  /// Returns nil where no member's id says who settles it.
  package init?(
    of resolution: ProposalState.Resolution, settling objection: Review, in portfolio: Identifier,
    blobID: (String) -> String
  ) {
    guard let member = Identifier(resolution.by) else { return nil }
    self.portfolio = portfolio
    content = objection.content
    reviewer = objection.file
    objected = objection.date
    comment = blobID(objection.comment ?? "")
    self.member = member
    date = resolution.date
    because = blobID(resolution.because)
  }

  package var text: String {
    SettlementText.form([
      "portfolio": portfolio.text, "content": content, "reviewer": reviewer,
      "objected": objected.description, "comment": comment, "member": member.text,
      "date": date.description, "because": because,
    ])
  }
}
