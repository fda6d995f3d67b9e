/// The text that a reviewer signs: one review, and nothing that could be another's.
///
/// The proposal's number is not in it: the content id says which proposal it is, whatever its
/// folder is called.
package struct ReviewText: SignedText, Hashable {
  package let portfolio: Identifier
  package let content: String
  package let member: Identifier
  package let verdict: ReviewVerdict
  package let date: CalendarDate
  /// The git blob id of the comment, or of the empty text without one.
  package let comment: String

  package static let namespace = "rspmaint-review"

  /// Returns nil where the review is not a member's.
  package init?(of review: Review, in portfolio: Identifier, blobID: (String) -> String) {
    guard case .member(let member) = review.reviewer else { return nil }
    self.portfolio = portfolio
    content = review.content
    self.member = member
    verdict = review.verdict
    date = review.date
    comment = blobID(review.comment ?? "")
  }

  package var text: String {
    ReviewText.form([
      "portfolio": portfolio.text, "content": content, "member": member.text,
      "verdict": verdict.rawValue, "date": date.description, "comment": comment,
    ])
  }
}
