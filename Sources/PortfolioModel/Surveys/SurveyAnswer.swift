/// What an expert says of one cell.
package struct SurveyAnswer: Hashable, Sendable {
  package enum Opinion: Hashable, Sendable {
    case level(Level)
    /// The expert can't say.
    case none
  }

  /// How sure the expert is; it is reported and weighs nothing.
  package enum Certainty: String, CaseIterable, Sendable {
    case certain, likely, guess
  }

  package static let noOpinion = "no-opinion"

  package let cell: SurveyCell
  /// Nil where the expert only comments.
  package let opinion: Opinion?
  package let certainty: Certainty?
  package let evidence: String?
  /// Without the line feed that ends it in a file.
  package let comment: String?

  package init(
    _ cell: SurveyCell, _ opinion: Opinion?, certainty: Certainty? = nil, evidence: String? = nil,
    comment: String? = nil
  ) {
    (self.cell, self.opinion, self.certainty) = (cell, opinion, certainty)
    (self.evidence, self.comment) = (evidence, comment)
  }

  init?(_ fields: Fields) {
    guard let cell = SurveyCell(fields) else { return nil }
    let word = fields.text("level")
    let level = word.flatMap(Level.init)
    let saysNothing = word.map { $0.hasSameBytes(as: SurveyAnswer.noOpinion) } ?? false
    guard word == nil || saysNothing || level != nil else { return nil }
    self.init(
      cell, saysNothing ? Opinion.none : level.map { .level($0) },
      certainty: fields.text("certainty").flatMap(Certainty.init),
      evidence: fields.text("evidence"),
      comment: fields.text("comment").map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 })
  }

  package var fields: Fields {
    var fields = cell.fields
    switch opinion {
    case .level(let level): fields["level"] = .text(level.rawValue)
    case .some(.none): fields["level"] = .text(SurveyAnswer.noOpinion)
    case nil: break
    }
    fields["certainty"] = certainty.map { .text($0.rawValue) }
    fields["evidence"] = evidence.map { .text($0) }
    fields["comment"] = comment.map { .text($0 + "\n") }
    return fields
  }

  /// The level, where the expert gives one.
  package var level: Level? { if case .level(let level) = opinion { level } else { nil } }

  /// What the expert says in words: the comment, or the evidence alone.
  package var hasWords: Bool { comment != nil || evidence != nil }
}

/// All that an expert answers in a round, with the salt of its receipt's digest.
package struct SurveyAnswers: Hashable, Sendable {
  /// Random, so that a digest can't be compared with those of all likely answers.
  package let salt: String
  package let answers: [SurveyAnswer]

  package init(salt: String, _ answers: [SurveyAnswer]) {
    (self.salt, self.answers) = (salt, answers)
  }

  /// Returns nil where an answer can't be read.
  package init?(_ fields: Fields) {
    let answers = fields.list("answers").compactMap { $0.fields.flatMap(SurveyAnswer.init) }
    guard let salt = fields.text("salt"), answers.count == fields.list("answers").count else {
      return nil
    }
    self.init(salt: salt, answers)
  }

  package var fields: Fields {
    Fields([
      Fields.Entry("salt", .text(salt)),
      Fields.Entry("answers", .list(answers.map { .fields($0.fields) })),
    ])
  }

  package func answer(on cell: SurveyCell) -> SurveyAnswer? { answers.first { $0.cell == cell } }
}
