/// The text that a chair signs to settle one objection, with the reason.
///
/// It holds the objection's comment and the content that it objects to, so that it settles no other
/// objection.
package struct SettlementText: SignedText, Hashable {
  package let portfolio: Identifier
  /// The content id to which the objection was made.
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

  /// Returns nil where `by` is not the id of a member.
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
