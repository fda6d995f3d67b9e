/// The text that a reviewer signs; it identifies exactly one review.
///
/// It doesn't hold the proposal's number: the content id identifies the proposal, whatever its
/// folder is called.
package struct ReviewText: SignedText, Hashable {
  package let portfolio: Identifier
  package let content: String
  package let member: Identifier
  package let verdict: ReviewVerdict
  package let date: CalendarDate
  /// The git blob id of the comment, or of the empty text where there is no comment.
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
