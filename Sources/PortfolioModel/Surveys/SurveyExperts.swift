/// Who the experts of a survey are, and the salt of their pseudonyms: kept by the secretary, never shared.
package struct SurveyExperts: Hashable, Sendable {
  package let salt: String
  package let invited: [Person]
  /// Those who have answered, in the order in which they first did.
  package private(set) var experts: [Person]

  package init(salt: String, invited: [Person], experts: [Person] = []) {
    (self.salt, self.invited, self.experts) = (salt, invited, experts)
  }

  package init?(_ fields: Fields) {
    guard let salt = fields.text("salt") else { return nil }
    self.init(
      salt: salt, invited: fields.lines("invited").compactMap { Person($0) },
      experts: fields.lines("experts").compactMap { Person($0) })
  }

  package var fields: Fields {
    var fields = Fields([Fields.Entry("salt", .text(salt))])
    if !invited.isEmpty { fields["invited"] = .list(invited.map { .text($0.description) }) }
    if !experts.isEmpty { fields["experts"] = .list(experts.map { .text($0.description) }) }
    return fields
  }

  /// The pseudonym of a person in a survey.
  package func pseudonym(of person: Person, in survey: Identifier) -> Identifier {
    Pseudonym.of(person, in: survey, salt: salt)
  }

  /// Notes that a person has answered.
  package mutating func add(_ person: Person) {
    guard !experts.contains(where: { $0.key.hasSameBytes(as: person.key) }) else { return }
    experts.append(person)
  }

  /// The invited people who are not among some experts.
  package func missing(
    from answered: [Identifier], in survey: Identifier
  ) -> [Person] {
    invited.filter { !answered.contains(pseudonym(of: $0, in: survey)) }
  }
}
