/// The files of a survey.
extension Schema {
  /// `survey.yml`: what is frozen when a survey is opened, and its rounds.
  package static let survey = Schema(
    "a survey",
    [
      Field("title", .line, required: true),
      Field("opened", .date(or: []), required: true),
      Field("factors", .list(.word(.factor)), required: true),
      Field("standards", .list(.identifier), required: true),
      Field("most-rounds", .number, required: true),
      Field("agreement", .fields(surveyAgreement), required: true),
      Field("shows-ratings", .flag),
      Field("invited", .number),
      Field("ratings", .list(.fields(surveyRating)), required: true),
      Field("rounds", .list(.fields(surveyRound)), required: true),
    ])

  private static let surveyAgreement = Schema(
    "a rule of agreement", flow: true,
    [
      Field("answers", .number, required: true),
      Field("share", .fraction, required: true),
    ])

  /// What is asked about, and its rating on the day of the opening.
  private static let surveyRating = Schema(
    "a surveyed rating", flow: true, cell + [Field("level", .word(.level))])

  private static let surveyRound = Schema(
    "a round of a survey",
    [
      Field("opened", .date(or: []), required: true),
      Field("closes", .date(or: []), required: true),
      Field("by", .person, required: true),
      Field("asks", .list(.fields(Schema("a question", flow: true, cell)))),
      Field("ended", .fields(ballotEvent("an end", []))),
    ])

  private static let cell = [
    Field("standard", .identifier, required: true),
    Field("factor", .word(.factor), required: true),
    Field("region", .identifier),
  ]

  /// What came from an expert in a round: receipts, and once the round has ended what they are of.
  package static let response = Schema(
    "an expert's response",
    [
      Field("receipts", .list(.fields(receipt)), required: true),
      Field("salt", .line),
      Field("answers", .list(.fields(surveyAnswer))),
    ])

  /// An expert's answers, as they are sealed.
  package static let surveyAnswers = Schema(
    "an expert's answers",
    [
      Field("salt", .line, required: true),
      Field("answers", .list(.fields(surveyAnswer)), required: true),
    ])

  /// The answers of one expert that are sealed, in the order in which they came.
  package static let sealedAnswers = Schema(
    "an expert's sealed answers",
    [Field("responses", .list(.fields(surveyAnswers)), required: true)])

  private static let surveyAnswer = Schema(
    "an answer",
    cell + [
      Field("level", .word(.opinion)),
      Field("certainty", .word(.certainty)),
      Field("evidence", .line),
      Field("comment", .prose),
    ])

  /// Who the experts of a survey are: kept on the secretary's machine, and never shared.
  package static let surveyExperts = Schema(
    "the experts of a survey",
    [
      Field("salt", .line, required: true),
      Field("invited", .list(.person)),
      Field("experts", .list(.person)),
    ])
}
