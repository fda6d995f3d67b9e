package import PortfolioModel

/// The text of an expert's answers, as it is sealed during a round and proved by its receipt.
package enum SealedAnswers {
  /// The SHA-256 of the text: whose answers they are in which round of which survey, then these.
  package static func digest(
    _ answers: SurveyAnswers, of expert: Identifier, round: Int, in survey: Identifier
  ) -> String {
    let text =
      "response\nsurvey: \(survey)\nround: \(round)\nexpert: \(expert)\n"
      + CanonicalText.of(answers.fields, .surveyAnswers)
    return SHA256.hex(of: Array(text.utf8))
  }
}

/// The texts of a survey's files.
package enum SurveyFiles {
  package static func survey(_ fields: Fields) -> String { CanonicalText.of(fields, .survey) }

  package static func response(_ response: SurveyResponse) -> String {
    CanonicalText.of(response.fields, .response)
  }

  /// The answers of one expert that are sealed, in the order in which they came.
  package static func sealed(_ answers: [SurveyAnswers]) -> String {
    CanonicalText.of(
      Fields([Fields.Entry("responses", .list(answers.map { .fields($0.fields) }))]),
      .sealedAnswers)
  }

  /// Who the experts are.
  package static func experts(_ experts: SurveyExperts) -> String {
    CanonicalText.of(experts.fields, .surveyExperts)
  }

  /// The answers that a sealed file holds.
  package static func sealed(in fields: Fields) -> [SurveyAnswers] {
    fields.list("responses").compactMap { $0.fields.flatMap(SurveyAnswers.init) }
  }
}

extension Survey {
  /// Tells the form of one round from those of other rounds and of other surveys:
  /// "adoption / round 1 / 0123abcd".
  package func code(ofRound number: Int) -> String {
    let text = "survey\n\(id)\n" + CanonicalText.of(frozen, .survey)
    return "\(id) / round \(number) / \(SHA256.hex(of: Array(text.utf8)).prefix(8))"
  }
}

extension SurveyCheck {
  /// The check of a survey, with the digests of its receipts.
  package init(_ entry: SurveyEntry) {
    self.init(entry) { answers, round, expert in
      SealedAnswers.digest(answers, of: expert, round: round, in: entry.id)
    }
  }
}

extension Snapshot {
  /// The findings on all surveys.
  package var surveyFindings: [Finding] { surveys.flatMap { SurveyCheck($0).findings() } }

  /// The survey with an id.
  package func survey(_ id: Identifier) -> SurveyEntry? { surveys.first { $0.id == id } }
}
