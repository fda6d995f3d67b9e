/// The text that a reviewer signs: one review, and nothing that could be another's.
///
/// The proposal's number is not in it: the content id says which proposal it is, whatever its
/// folder is called.
package struct ReviewText: Hashable, Sendable {
  package let portfolio: Identifier
  package let content: String
  package let member: Identifier
  package let verdict: ReviewVerdict
  package let date: CalendarDate
  /// The git blob id of the comment, or of the empty text without one.
  package let comment: String

  /// The purpose that the signature is made for, and for which alone it counts.
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

  /// The signed bytes: the form's name and number, then a `key: value` a line.
  package var text: String {
    let lines = [
      "rspmaint-review 1", "portfolio: \(portfolio)", "content: \(content)", "member: \(member)",
      "verdict: \(verdict.rawValue)", "date: \(date)", "comment: \(comment)",
    ]
    return lines.map { $0 + "\n" }.joined()
  }
}
