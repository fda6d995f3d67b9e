/// What the findings on each subject of a portfolio depend on.
struct FindingDependencies {
  private let portfolio: Portfolio

  init(_ portfolio: Portfolio) { self.portfolio = portfolio }

  /// The subjects that can have findings.
  var subjects: [Subject] {
    portfolio.standards.keys.map { .standard($0) } + portfolio.overrides.keys.map { .override($0) }
      + portfolio.useCases.keys.map { .useCase($0) } + [.criteria]
  }

  /// What the findings on a subject depend on; nothing where the portfolio has no such subject.
  func parts(of subject: Subject) -> Set<Part> {
    var parts: Set<Part> = []
    visit(subject) { parts.insert($0) }
    return parts
  }

  /// The standard, its exceptions, its name, the standards that it names, and the direct and indirect
  /// successors of all these.
  func parts(ofStandard id: Identifier) -> Set<Part> {
    var parts: Set<Part> = []
    visit(standard: id) { parts.insert($0) }
    return parts
  }

  /// Calls a function with each part that the findings on a subject depend on, some more than once.
  func visit(_ subject: Subject, _ body: (Part) -> Void) {
    switch subject {
    case .standard(let id): if portfolio.standards[id] != nil { visit(standard: id, body) }
    case .override(let id): if let override = portfolio.overrides[id] { visit(override, body) }
    case .useCase(let id): if let useCase = portfolio.useCases[id] { visit(useCase, body) }
    case .criteria: [.criteria, .committee].forEach(body)
    case .portfolio, .committee, .delisted, .proposal, .state, .review, .ballot, .ballotResult,
      .receipts, .replies, .dispositions, .survey, .response:
      break
    }
  }

  private func visit(_ override: Override, _ body: (Part) -> Void) {
    body(.override(override.id))
    for id in override.standards { visit(standard: id, body) }
    for waiver in override.waivers { waiver.ground.forEach { body(.standard($0)) } }
  }

  private func visit(_ useCase: UseCase, _ body: (Part) -> Void) {
    body(.useCase(useCase.id))
    for row in useCase.rows {
      for ids in [row.standards, row.candidates, row.incorporates] {
        ids.forEach { body(.standard($0)) }
      }
    }
  }

  private func visit(standard id: Identifier, _ body: (Part) -> Void) {
    body(.standard(id))
    body(.exceptions(id))
    guard let standard = portfolio.standards[id] else { return }
    body(.name(Array(standard.briefName.utf8)))
    var seen: Set<Identifier> = [id]
    var waiting = standard.relations.compactMap(\.standard)
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      body(.standard(next))
      waiting += portfolio.standards[next]?.targets(.supersededBy) ?? []
    }
  }
}

extension Standard.Relation {
  /// The standard of the portfolio that it names.
  fileprivate var standard: Identifier? {
    guard case .standard(let id) = target else { return nil }
    return id
  }
}
