import Diagnostics

extension ProposalJudgement {
  /// The findings on changes that an editorial proposal may not make.
  func natureFindings() -> [Finding] {
    guard proposal.nature == .editorial else { return [] }
    return proposal.changes.flatMap { change in
      change.beyondEditorial.map { what in
        Finding(
          .natureExceeded, .proposal(proposal.number), change.path,
          standard: change.subject.kind == .standard ? change.subject.id : nil,
          "an editorial proposal does not touch \(what)",
          help: ["make it 'nature: assessment', or 'correction' where it mends a mistake"])
      }
    }
  }
}

extension Change {
  /// What the change touches that an editorial proposal leaves alone: ratings, groups, relations,
  /// overrides, criteria, the list of standards, the standards of use cases, and the rules.
  package var beyondEditorial: [String] {
    switch (subject.kind, action) {
    case (.standard, .set(let fields)): fields.filter(\.isSubstantial).map(\.field)
    case (.standard, .rename): []
    case (.standard, _): ["listing"]
    case (.override, _): ["overrides"]
    case (.criteria, _): ["criteria"]
    case (.member, _), (.body, _): ["committee"]
    case (.portfolio, .set(let fields)): fields.filter(\.isRule).map(\.field)
    case (.useCase, .set(let fields)): fields.filter(\.changesStandards).map(\.field)
    case (.useCase, _): ["the standards of use cases"]
    default: []
    }
  }
}

extension FieldChange {
  /// Whether the field of a record is a rating, the group, a relation or the category.
  package var isSubstantial: Bool {
    let head = FieldPath(field).steps.first ?? ""
    return Factor(rawValue: head) != nil || RelationKind(rawValue: head) != nil
      || ["assessment", "group", "category"].contains(head)
  }

  /// Whether the field of the portfolio's description determines what is assessed, where, or how
  /// the groups are used.
  fileprivate var isRule: Bool {
    ["regions", "categories", "usage"].contains(FieldPath(field).steps.first ?? "")
  }

  /// Whether rows of a use case name other standards by the change.
  fileprivate var changesStandards: Bool {
    let path = FieldAddress(.useCase).reach(of: field)
    guard path.steps.first == "rows" else { return false }
    if path.steps.count > 2 { return FieldChange.standardsOfRow.contains(path.steps[2]) }
    return FieldChange.standards([from].compactMap { $0 } + drop)
      != FieldChange.standards([to].compactMap { $0 } + insert)
  }

  /// The fields of a use case's row that name standards.
  private static let standardsOfRow = ["standards", "candidates", "incorporates"]

  /// What each of some rows names, and how many rows name just that.
  private static func standards(_ rows: [FieldValue]) -> [Fields: Int] {
    let named = rows.flatMap { $0.list ?? [$0] }.compactMap(\.fields).map { row in
      Fields(row.entries.filter { standardsOfRow.contains($0.name) })
    }
    return Dictionary(grouping: named.filter { !$0.isEmpty }) { $0 }.mapValues(\.count)
  }
}
