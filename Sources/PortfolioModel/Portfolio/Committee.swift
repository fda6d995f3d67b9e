import Diagnostics

/// What a member does on the committee.
package enum MemberRole: String, CaseIterable, Sendable {
  case chair, secretary, editor, member
}

/// `committee.yml`: who may review. Members are never deleted; they leave by `until`.
package struct Committee: Hashable, Sendable {
  package struct Member: Hashable, Sendable {
    package let id: Identifier
    package let person: Person
    package let affiliation: String
    package let role: MemberRole
    package let from: CalendarDate?
    package let until: CalendarDate?
    /// The keys that sign the member's reviews.
    package let keys: [PublicKey]

    /// Whether the person is a member on a day: from `from`, up to and with `until`.
    package func isActive(on date: CalendarDate) -> Bool {
      if let from, date < from { return false }
      if let until, until < date { return false }
      return true
    }
  }

  package let fields: Fields
  package let members: [Member]

  /// Returns nil where the fields do not meet ``Schema/committee`` or a member is no person.
  package init?(fields: Fields) {
    guard Schema.committee.problems(in: fields).isEmpty else { return nil }
    self.fields = fields
    var members: [Member] = []
    for item in fields.list("members") {
      guard let values = item.fields, let id = values.text("id").flatMap(Identifier.init),
        let name = values.text("name"), let email = values.text("email"),
        let person = Person(name: name, email: email),
        let role = values.text("role").flatMap(MemberRole.init)
      else { return nil }
      members.append(
        Member(
          id: id, person: person, affiliation: values.text("affiliation") ?? "", role: role,
          from: values.text("from").flatMap { CalendarDate($0) },
          until: values.text("until").flatMap { CalendarDate($0) },
          keys: values.lines("keys").compactMap { PublicKey($0) }))
    }
    self.members = members
  }

  /// What the schema cannot see: names and addresses that git could not write, and
  /// what two members share.
  package static func problems(in fields: Fields) -> [SchemaProblem] {
    fields.list("members").enumerated().compactMap { index, item in
      guard let name = item.fields?.text("name"), let email = item.fields?.text("email"),
        Person(name: name, email: email) == nil
      else { return nil }
      return SchemaProblem(
        .invalidPerson, at: FieldPath(["members", String(index)]),
        "'name' and 'email' are not those of a person",
        help: ["write both without '<', '>' and outer spaces, and the address without spaces"])
    } + repeatedProblems(in: fields) + keyProblems(in: fields)
  }

  package func member(_ id: Identifier) -> Member? { members.first { $0.id == id } }

  package func member(withAddress key: String) -> Member? {
    members.first { $0.person.key.hasSameBytes(as: key) }
  }
}
