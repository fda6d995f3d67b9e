/// The portfolio as a set of subjects with fields.
extension Portfolio {
  /// The content of a subject, or nil where there is none. A standard's content lacks its category.
  package func fields(of subject: SubjectID) -> Fields? {
    switch subject.kind {
    case .standard: standards[subject.id]?.fields
    case .override: overrides[subject.id]?.fields
    case .useCase: useCases[subject.id]?.fields
    case .member: committee?.record(of: subject.id)
    case .body: committee?.record(ofBody: subject.id)
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
      + (committee?.bodies ?? []).map { SubjectID(.body, $0.id) }
      + [SubjectID(.criteria, description.id), SubjectID(.portfolio, description.id)]).sorted()
  }

  /// Sets a subject's content; nil removes an override, a use case or a body.
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
      guard let fields, let new = (committee ?? .empty).setting(fields, of: id) else {
        return false
      }
      committee = new
    case .body:
      guard fields == nil || committee != nil else { return false }
      committee = committee?.setting(fields, ofBody: id)
    case .criteria:
      guard let fields, let new = Criteria(fields: fields) else { return false }
      criteria = new
    case .portfolio:
      guard let fields, let new = PortfolioDescription(fields: fields) else { return false }
      description = new
    }
    return true
  }
}
