extension Schema {
  /// `proposal.yml`: the part that is reviewed, with the changes and their reasons.
  package static let proposal = Schema(
    "a proposal",
    [
      Field("title", .line),
      Field("nature", .word(.nature), required: true),
      Field("proposer", .person, required: true),
      Field("created", .date(or: []), required: true),
      Field("after", .list(.number)),
      Field("answers", .list(.fields(answer))),
      Field("changes", .list(.fields(change))),
      Field("evidence", .list(.fields(evidence))),
      Field("rationale", .prose),
    ])

  private static let answer = Schema(
    "an answered comment", flow: true,
    [
      Field("comment", .line, required: true),
      Field("ballot", .identifier),
      Field("by", .line),
      Field("clause", .line),
    ])

  package static let evidence = Schema(
    "a piece of evidence", flow: true,
    [
      Field("title", .line, required: true),
      Field("kind", .word(.evidenceKind), required: true),
      Field("reference", .line),
      Field("source", .line),
      Field("url", .link),
      Field("accessed", .date(or: [])),
    ])

  /// A change: one subject, and one verb with its values.
  package static let change = Schema(
    "a change",
    SubjectKind.allCases.map { Field($0.rawValue, .identifier) } + [
      Field("set", .list(.fields(fieldChange))),
      Field("add", .either(text: nil, list: nil, fields: .anything)),
      Field("remove", .flag),
      Field("delist", .fields(delisting)),
      Field("rename", .identifier),
      Field("confirm", .list(.word(.confirmable))),
      Field("continues", .list(.identifier)),
      Field("place", place),
      Field("exception", .line),
    ])

  private static let place = FieldKind.either(
    text: .word(Vocabulary("place", ["first", "last"])), list: nil,
    fields: .fields(
      Schema(
        "a mapping of 'before' or 'after'", flow: true,
        [Field("before", .identifier), Field("after", .identifier)])))

  package static let fieldChange = Schema(
    "a change of a field", flow: true,
    [
      Field("field", .line, required: true),
      Field("from", .anything),
      Field("to", .anything),
      Field("drop", .list(.anything)),
      Field("insert", .list(.anything)),
    ])

  private static let delisting = Schema(
    "a delisting",
    [
      Field("because", .line, required: true),
      Field("replaced-by", .list(.identifier)),
      Field("group", .word(.group), required: true),
      Field("assessment", .fields(.assessment), required: true),
    ])

  /// `state.yml`: written by verbs only.
  package static let state = Schema(
    "a proposal's state",
    [
      Field("status", .word(.status), required: true),
      Field("base", .objectID),
      Field("taken-over", .fields(takeover)),
      Field("accepted", .fields(acceptance)),
      Field("closed", .fields(closing)),
      Field("resolved", .list(.fields(resolution))),
      Field("errata", .list(.line)),
    ])

  private static let acceptance = Schema(
    "an acceptance", flow: true,
    [
      Field("date", .date(or: []), required: true),
      Field("reviewers", .list(.line), required: true),
      Field("edition", .line, required: true),
    ])

  private static let takeover = Schema(
    "a takeover", flow: true,
    [
      Field("date", .date(or: []), required: true),
      Field("by", .person, required: true),
      Field("because", .line, required: true),
    ])

  private static let closing = Schema(
    "a closing", flow: true,
    [
      Field("date", .date(or: []), required: true),
      Field("by", .person, required: true),
      Field("because", .line, required: true),
    ])

  private static let resolution = Schema(
    "a resolved objection", flow: true,
    [
      Field("reviewer", .line, required: true),
      Field("by", .line, required: true),
      Field("date", .date(or: []), required: true),
      Field("because", .line, required: true),
      Field("signature", .prose),
    ])

  /// One member's verdict on one exact content of one proposal.
  package static let review = Schema(
    "a review",
    [
      Field("member", .identifier),
      Field("reviewer", .person),
      Field("date", .date(or: []), required: true),
      Field("verdict", .word(.verdict), required: true),
      Field("content", .objectID, required: true),
      Field("comment", .prose),
      Field("signature", .prose),
    ])
}
