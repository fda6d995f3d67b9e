/// The portfolio as a set of subjects with fields, whatever their types.
extension Portfolio {
  /// The content of a subject, or nil where there is none. A standard's comes without its category.
  package func fields(of subject: SubjectID) -> Fields? {
    switch subject.kind {
    case .standard: standards[subject.id]?.fields
    case .override: overrides[subject.id]?.fields
    case .useCase: useCases[subject.id]?.fields
    case .member: memberFields(subject.id)
    case .criteria: subject.id == description.id ? criteria.fields : nil
    case .portfolio: subject.id == description.id ? description.fields : nil
    }
  }

  /// Every subject of the portfolio, in order.
  package var subjects: [SubjectID] {
    (standards.keys.map { SubjectID(.standard, $0) }
      + overrides.keys.map { SubjectID(.override, $0) }
      + useCases.keys.map { SubjectID(.useCase, $0) }
      + (committee?.members ?? []).map { SubjectID(.member, $0.id) }
      + [SubjectID(.criteria, description.id), SubjectID(.portfolio, description.id)]).sorted()
  }

  /// Sets a subject's content; nil removes an override or a use case.
  ///
  /// A standard keeps its category unless one is given. Returns false, with nothing changed, where
  /// the content does not meet the subject's schema.
  package mutating func set(
    _ fields: Fields?, of subject: SubjectID, category: Category? = nil
  ) -> Bool {
    let id = subject.id
    switch subject.kind {
    case .standard:
      guard let fields, let category = category ?? standards[id]?.category,
        let standard = Standard(id: id, category: category, fields: fields)
      else { return false }
      standards[id] = standard
    case .override:
      let override = fields.flatMap { Override(id: id, fields: $0) }
      guard fields == nil || override != nil else { return false }
      overrides[id] = override
    case .useCase:
      let useCase = fields.flatMap { UseCase(id: id, fields: $0) }
      guard fields == nil || useCase != nil else { return false }
      useCases[id] = useCase
    case .member:
      guard let fields, let changed = committeeFields(setting: fields, of: id),
        let new = Committee(fields: changed)
      else { return false }
      committee = new
    case .criteria:
      guard let fields, let new = Criteria(fields: fields) else { return false }
      criteria = new
    case .portfolio:
      guard let fields, let new = PortfolioDescription(fields: fields) else { return false }
      description = new
    }
    return true
  }

  private func memberFields(_ id: Identifier) -> Fields? {
    committee?.fields.list("members").compactMap(\.fields).first { $0.text("id") == id.text }
  }

  private func committeeFields(setting fields: Fields, of id: Identifier) -> Fields? {
    var content = committee?.fields ?? Fields()
    var members = content.list("members")
    if let index = members.firstIndex(where: { $0.fields?.text("id") == id.text }) {
      members[index] = .fields(fields)
    } else {
      members.append(.fields(fields))
    }
    content["members"] = .list(members)
    return Schema.committee.ordered(content)
  }
}
