/// What came from an expert in a round.
package struct SurveyResponse: Hashable, Sendable {
  /// In the order in which they came: the last one counts.
  package let receipts: [Receipt]
  /// Nil until the round has ended.
  package let opened: SurveyAnswers?

  package init(_ receipts: [Receipt], opened: SurveyAnswers? = nil) {
    (self.receipts, self.opened) = (receipts, opened)
  }

  package init(_ fields: Fields) {
    self.init(Receipt.all(in: fields), opened: SurveyAnswers(fields))
  }

  package var fields: Fields {
    var fields = Fields([
      Fields.Entry("receipts", .list(receipts.map { .fields($0.fields) }))
    ])
    for entry in opened?.fields.entries ?? [] { fields[entry.name] = entry.value }
    return fields
  }
}

/// The name under which an expert's answers are kept in all rounds of a survey.
package enum Pseudonym {
  private static let start = "expert-"
  private static let digits = 12

  /// The pseudonym of a person: it can't be linked to the person without the survey's salt.
  package static func of(_ person: Person, in survey: Identifier, salt: String) -> Identifier {
    let text = "expert\n\(survey)\n\(salt)\n\(person.key)\n"
    let digest = SHA256.hex(of: Array(text.utf8))
    guard let id = Identifier(start + digest.prefix(digits)) else {
      preconditionFailure("hexadecimal digits make an id")
    }
    return id
  }

  /// Whether an id has the form of a pseudonym.
  package static func isOne(_ id: Identifier) -> Bool {
    let rest = id.text.dropFirst(start.count)
    return id.text.hasPrefix(start) && rest.utf8.count == digits
      && rest.allSatisfy { ("0"..."9").contains($0) || ("a"..."f").contains($0) }
  }
}
