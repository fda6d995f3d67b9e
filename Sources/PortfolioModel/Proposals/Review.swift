import Diagnostics

/// A reviewer's verdict on a proposal.
package enum ReviewVerdict: String, CaseIterable, Sendable {
  case approve, object, abstain
}

/// One person's verdict on one exact content of one proposal.
package struct Review: Hashable, Sendable {
  package enum Reviewer: Hashable, Sendable {
    case member(Identifier)
    /// Someone without an entry in the committee.
    case person(Person)
  }

  /// The stem of the review's file.
  package let file: String
  package let fields: Fields
  package let reviewer: Reviewer
  package let date: CalendarDate
  package let verdict: ReviewVerdict
  /// The content id of the proposal that was reviewed, 40 hexadecimal digits.
  package let content: String

  /// Returns nil where the fields do not meet ``Schema/review``, or do not name exactly one
  /// reviewer.
  ///
  /// - Parameter isChecked: Whether the fields are known to do both.
  package init?(file: String, fields: Fields, isChecked: Bool = false) {
    guard
      isChecked
        || Schema.review.problems(in: fields).isEmpty && Review.problems(in: fields).isEmpty,
      let date = fields.text("date").flatMap({ CalendarDate($0) }),
      let verdict = fields.text("verdict").flatMap(ReviewVerdict.init),
      let content = fields.text("content")
    else { return nil }
    if let member = fields.text("member").flatMap(Identifier.init) {
      reviewer = .member(member)
    } else if let person = fields.text("reviewer").flatMap(Person.init) {
      reviewer = .person(person)
    } else {
      return nil
    }
    self.file = file
    self.fields = fields
    self.date = date
    self.verdict = verdict
    self.content = content
  }

  package var comment: String? { fields.text("comment") }

  /// The armoured signature over ``ReviewText``, or nil where the review is not signed.
  package var signature: String? { fields.text("signature") }

  /// The problems that the schema doesn't find: a review needs exactly one reviewer, and an
  /// objection needs a comment.
  package static func problems(in fields: Fields) -> [SchemaProblem] {
    var problems: [SchemaProblem] = []
    if (fields["member"] == nil) == (fields["reviewer"] == nil) {
      problems.append(
        SchemaProblem(
          .missingKey, at: .root, "a review needs either 'member' or 'reviewer'",
          help: ["\(run: .review(nil, nil)) writes reviews"]))
    }
    if fields.text("verdict") == ReviewVerdict.object.rawValue, fields["comment"] == nil {
      problems.append(
        SchemaProblem(
          .missingKey, at: .root, "an objection needs a 'comment'",
          help: ["say what would settle it"]))
    }
    return problems
  }

  /// The stem of a reviewer's file: the member's id, or the e-mail address in kebab-case and the
  /// first 8 digits of its blob id.
  package static func file(for reviewer: Reviewer, blobID: (String) -> String) -> String {
    switch reviewer {
    case .member(let id): return id.text
    case .person(let person):
      let slug = Identifier(slugOf: person.email, maximumLength: 55)?.text ?? "reviewer"
      return "\(slug)-\(blobID(person.email).prefix(8))"
    }
  }
}
