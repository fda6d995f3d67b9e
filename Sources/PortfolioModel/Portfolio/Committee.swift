import Diagnostics

/// A member's role on the committee.
package enum MemberRole: String, CaseIterable, Sendable {
  case chair, secretary, editor, member
}

/// `committee.yml`: the people who may review. Members are never deleted; `until` ends a
/// membership.
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

    /// Returns nil where the name and address of a record that meets ``Schema/member`` aren't
    /// valid.
    init?(_ record: Fields) {
      guard let id = record.text("id").flatMap(Identifier.init), let name = record.text("name"),
        let email = record.text("email"), let person = Person(name: name, email: email),
        let role = record.text("role").flatMap(MemberRole.init)
      else { return nil }
      self.id = id
      self.person = person
      affiliation = record.text("affiliation") ?? ""
      self.role = role
      from = record.text("from").flatMap { CalendarDate($0) }
      until = record.text("until").flatMap { CalendarDate($0) }
      keys = record.lines("keys").compactMap { PublicKey($0) }
    }

    /// Whether the person is a member on a day, from `from` to `until`, both included.
    package func isActive(on date: CalendarDate) -> Bool {
      if let from, date < from { return false }
      if let until, until < date { return false }
      return true
    }
  }

  package let fields: Fields
  package let members: [Member]

  /// Returns nil where the fields do not meet ``Schema/committee``, or where the name and address
  /// of a member aren't valid.
  package init?(fields: Fields) {
    guard Schema.committee.problems(in: fields).isEmpty else { return nil }
    self.fields = fields
    var members: [Member] = []
    for item in fields.list("members") {
      guard let member = item.fields.flatMap({ Member($0) }) else { return nil }
      members.append(member)
    }
    self.members = members
  }

  private init(_ fields: Fields, _ members: [Member]) {
    self.fields = fields
    self.members = members
  }

  /// The empty committee, to which a proposal can add the first members.
  static let empty = Committee(Fields(), [])

  /// A committee with a record, which meets ``Schema/member``, in place of the one with its id, or
  /// after all others. Only that record is checked, as a proposal may bring a thousand.
  ///
  /// Returns nil where the record's name and address aren't valid.
  func setting(_ record: Fields, of id: Identifier) -> Committee? {
    guard let member = Member(record) else { return nil }
    var (fields, members) = (fields, members)
    var records = fields.list("members")
    if let index = members.firstIndex(where: { $0.id == id }) {
      (records[index], members[index]) = (.fields(record), member)
    } else {
      records.append(.fields(record))
      members.append(member)
    }
    fields["members"] = .list(records)
    return Committee(fields, members)
  }

  /// The same members with other bodies.
  func with(bodies: [FieldValue]) -> Committee {
    var fields = fields
    fields["bodies"] = bodies.isEmpty ? nil : .list(bodies)
    return Committee(Schema.committee.ordered(fields), members)
  }

  /// The record of a member.
  func record(of id: Identifier) -> Fields? {
    members.firstIndex { $0.id == id }.flatMap { fields.list("members")[$0].fields }
  }

  /// The problems that the schema doesn't find: names and addresses that git could not write, and
  /// ids, addresses and keys that two members share.
  package static func problems(in fields: Fields) -> [SchemaProblem] {
    fields.list("members").enumerated().compactMap { index, item in
      guard let name = item.fields?.text("name"), let email = item.fields?.text("email"),
        Person(name: name, email: email) == nil
      else { return nil }
      return SchemaProblem(
        .invalidPerson, at: FieldPath(["members", String(index)]),
        "'name' and 'email' are not a name and an address that git can write",
        help: ["write both without '<', '>' and outer spaces, and the address without spaces"])
    } + repeatedProblems(in: fields) + keyProblems(in: fields) + bodyProblems(in: fields)
  }

  package func member(_ id: Identifier) -> Member? { members.first { $0.id == id } }

  package func member(withAddress key: String) -> Member? {
    members.first { $0.person.key.hasSameBytes(as: key) }
  }
}
