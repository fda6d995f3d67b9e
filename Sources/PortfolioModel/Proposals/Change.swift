/// The kinds of subjects that a change can have.
package enum SubjectKind: String, CaseIterable, Sendable {
  case standard, override
  case useCase = "use-case"
  case member, body, criteria, portfolio

  /// The schema of the subject's content.
  package var schema: Schema {
    switch self {
    case .standard: .standard
    case .override: .override
    case .useCase: .useCase
    case .member: .member
    case .body: .body
    case .criteria: .criteria
    case .portfolio: .portfolio
    }
  }
}

/// The subject of a change: a kind and an id. Criteria and portfolio have the portfolio's id.
package struct SubjectID: Hashable, Sendable, Comparable {
  package let kind: SubjectKind
  package let id: Identifier

  package init(_ kind: SubjectKind, _ id: Identifier) {
    self.kind = kind
    self.id = id
  }

  package static func < (lhs: SubjectID, rhs: SubjectID) -> Bool {
    let order = SubjectKind.allCases
    let (left, right) = (order.firstIndex(of: lhs.kind) ?? 0, order.firstIndex(of: rhs.kind) ?? 0)
    return left == right ? lhs.id < rhs.id : left < right
  }
}

/// A change to one field.
package struct FieldChange: Hashable, Sendable {
  /// The field's name in the proposal.
  package let field: String
  package let from: FieldValue?
  package let to: FieldValue?
  package let insert: [FieldValue]
  package let drop: [FieldValue]

  package init(
    _ field: String, from: FieldValue? = nil, to: FieldValue? = nil,
    insert: [FieldValue] = [], drop: [FieldValue] = []
  ) {
    self.field = field
    self.from = from
    self.to = to
    self.insert = insert
    self.drop = drop
  }

  package var changesList: Bool { !insert.isEmpty || !drop.isEmpty }
}

/// The place of a new or moved record in its group.
package enum Place: Hashable, Sendable {
  case first, last
  case before(Identifier)
  case after(Identifier)
}

/// The reason for a delisting, and the group and assessment on which it was judged.
package struct Delisting: Hashable, Sendable {
  package let because: String
  package let replacedBy: [Identifier]
  package let group: Group
  package let assessment: Fields

  package init(because: String, replacedBy: [Identifier], group: Group, assessment: Fields) {
    self.because = because
    self.replacedBy = replacedBy
    self.group = group
    self.assessment = assessment
  }
}

/// One subject of a proposal, and the action on it.
package struct Change: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    case set([FieldChange])
    case add(Fields)
    case remove
    case delist(Delisting)
    /// The standard goes on under another id.
    case rename(Identifier)
    case confirm([Factor])
    /// A ledger entry was reviewed, and is kept.
    case confirmOverride
  }

  package let subject: SubjectID
  package let action: Action
  package let place: Place?
  package let continues: [Identifier]
  package let exception: String?
  /// The change's path in its proposal: `changes.0`.
  package let path: FieldPath

  package init(
    _ subject: SubjectID, _ action: Action, place: Place? = nil, continues: [Identifier] = [],
    exception: String? = nil, path: FieldPath = .root
  ) {
    self.subject = subject
    self.action = action
    self.place = place
    self.continues = continues
    self.exception = exception
    self.path = path
  }
}
