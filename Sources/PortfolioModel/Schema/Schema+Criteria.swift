extension Schema {
  /// `criteria.yml`: thresholds and conditions of the groups, moves and review rules (A.4).
  package static let criteria = Schema(
    "the criteria",
    [
      Field("regional", .word(.regionalCounting), required: true),
      Field(
        "groups",
        .fields(
          Schema(
            "the criteria of the groups",
            Group.allCases.map { Field($0.rawValue, .fields(groupCriteria)) })),
        required: true),
      Field("moves", .list(.fields(move)), required: true),
      Field("review", .fields(reviewRules), required: true),
      Field("ballot", .fields(.ballotRule)),
      Field("notes", .prose),
    ])

  private static let groupCriteria = Schema(
    "the criteria of a group",
    [
      Field("required", .dictionary(key: .identifier, value: .fields(criterion), flow: false)),
      Field("expected", .dictionary(key: .identifier, value: .fields(criterion), flow: false)),
    ])

  static let criterion = Schema(
    "a criterion", flow: true,
    [
      Field("at-least", .word(.level)),
      Field("any-of", .list(.fields(threshold))),
      Field("all-of", .list(.fields(threshold))),
      Field("condition", .word(.condition)),
      Field("basis", .line, required: true),
    ])

  private static let threshold = Schema(
    "a threshold", flow: true,
    [
      Field("factor", .word(.factor), required: true),
      Field("at-least", .word(.level), required: true),
    ])

  private static let move = Schema(
    "a move", flow: true,
    [
      Field("from", .word(.moveOrigin), required: true),
      Field("to", .word(.moveTarget), required: true),
      Field("when", .word(.moveCondition)),
    ])

  private static let quorum = Schema(
    "a quorum", flow: true,
    [
      Field("approvals", .number, required: true),
      Field("affiliations", .number),
    ])

  private static let reviewRules = Schema(
    "the review rules",
    [
      Field("assessment", .fields(quorum), required: true),
      Field("correction", .fields(quorum)),
      Field("editorial", .fields(quorum), required: true),
      Field("ballot", .word(.ballotNeed)),
      Field("require-signed-reviews", .flag),
    ])

  /// `committee.yml`: the people who may review, and the bodies that they vote for.
  package static let committee = Schema(
    "the committee",
    [
      Field("members", .list(.fields(.member)), required: true),
      Field("bodies", .list(.fields(.body))),
      Field("notes", .prose),
    ])

  package static let member = Schema(
    "a member", flow: true,
    [
      Field("id", .identifier, required: true),
      Field("name", .line, required: true),
      Field("email", .line, required: true),
      Field("affiliation", .line, required: true),
      Field("role", .word(.role), required: true),
      Field("from", .date(or: [])),
      Field("until", .date(or: [])),
      Field("keys", .list(.publicKey)),
    ])
}
