import Diagnostics

extension ProposalJudgement {
  /// The findings on changes that an editorial proposal may not make.
  func natureFindings() -> [Finding] {
    guard proposal.nature == .editorial else { return [] }
    return proposal.changes.flatMap { change -> [Finding] in
      let beyond: [String] =
        switch (change.subject.kind, change.action) {
        case (.standard, .set(let fields)):
          fields.map(\.field).filter { FieldChange.isSubstantial($0) }
        case (.standard, _): ["listing"]
        case (.override, _): ["overrides"]
        case (.criteria, _): ["criteria"]
        case (.member, _): ["committee"]
        case (.portfolio, .set(let fields)):
          fields.map(\.field).filter { FieldChange.isRule($0) }
        default: []
        }
      return beyond.map { what in
        Finding(
          .natureExceeded, .proposal(proposal.number), change.path,
          standard: change.subject.kind == .standard ? change.subject.id : nil,
          "an editorial proposal does not touch \(what)",
          help: ["make it 'nature: assessment', or 'correction' where it mends a mistake"])
      }
    }
  }
}

extension FieldChange {
  /// Whether the field of a record is a rating, the group, a relation or the category.
  package var isSubstantial: Bool { FieldChange.isSubstantial(field) }

  /// Whether the field of the portfolio's description determines what is assessed, where, or how
  /// the groups are used.
  fileprivate static func isRule(_ field: String) -> Bool {
    ["edition", "regions", "categories", "usage"].contains(FieldPath(field).steps.first ?? "")
  }

  fileprivate static func isSubstantial(_ field: String) -> Bool {
    let head = FieldPath(field).steps.first ?? ""
    return Factor(rawValue: head) != nil || RelationKind(rawValue: head) != nil
      || ["assessment", "group", "category"].contains(head)
  }
}
