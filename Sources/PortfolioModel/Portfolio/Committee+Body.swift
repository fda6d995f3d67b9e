extension Committee {
  /// A body that answers ballots: it has one vote, which its voter gives.
  package struct Body: Hashable, Sendable {
    package enum Status: String, CaseIterable, Sendable {
      case pMember = "p-member"
      case oMember = "o-member"
      /// Comments, and never votes.
      case liaison

      package var votes: Bool { self != .liaison }
    }

    package let id: Identifier
    package let name: String
    package let status: Status
    package let voter: Identifier
    package let substitute: Identifier?

    package init(
      id: Identifier, name: String, status: Status, voter: Identifier, substitute: Identifier?
    ) {
      self.id = id
      self.name = name
      self.status = status
      self.voter = voter
      self.substitute = substitute
    }

    /// Returns nil where the fields do not meet ``Schema/body``.
    package init?(_ fields: Fields) {
      guard let id = fields.text("id").flatMap(Identifier.init), let name = fields.text("name"),
        let status = fields.text("status").flatMap(Status.init),
        let voter = fields.text("voter").flatMap(Identifier.init)
      else { return nil }
      self.init(
        id: id, name: name, status: status, voter: voter,
        substitute: fields.text("substitute").flatMap(Identifier.init))
    }

    /// The fields in the order of the schema.
    package var fields: Fields {
      var fields = Fields([
        Fields.Entry("id", .text(id.text)), Fields.Entry("name", .text(name)),
        Fields.Entry("status", .text(status.rawValue)), Fields.Entry("voter", .text(voter.text)),
      ])
      fields["substitute"] = substitute.map { .text($0.text) }
      return fields
    }

    /// Whether a member answers for the body.
    package func isAnswered(by member: Identifier) -> Bool {
      voter == member || substitute == member
    }
  }

  /// The bodies that `committee.yml` lists; none where each affiliation is one.
  package var bodies: [Body] { fields.list("bodies").compactMap { $0.fields.flatMap(Body.init) } }

  package func body(_ id: Identifier) -> Body? { bodies.first { $0.id == id } }

  /// The record of a body.
  func record(ofBody id: Identifier) -> Fields? {
    fields.list("bodies").compactMap(\.fields).first {
      $0.text("id")?.hasSameBytes(as: id.text) ?? false
    }
  }

  /// A committee with a record, which meets ``Schema/body``, in place of the one with its id, or
  /// after all others; nil takes the body away.
  func setting(_ record: Fields?, ofBody id: Identifier) -> Committee {
    var records = fields.list("bodies")
    let index = records.firstIndex { $0.fields?.text("id")?.hasSameBytes(as: id.text) ?? false }
    switch (index, record) {
    case (let index?, let record?): records[index] = .fields(record)
    case (let index?, nil): records.remove(at: index)
    case (nil, let record?): records.append(.fields(record))
    case (nil, nil): break
    }
    return with(bodies: records)
  }
}
