/// What the findings on each subject of a portfolio depend on.
struct FindingDependencies {
  private let portfolio: Portfolio

  init(_ portfolio: Portfolio) { self.portfolio = portfolio }

  /// What findings depend on, for each subject that can have findings.
  var subjects: [(subject: Subject, parts: Set<Part>)] {
    let subjects =
      portfolio.standards.keys.map { Subject.standard($0) }
      + portfolio.overrides.keys.map { .override($0) }
      + portfolio.useCases.keys.map { .useCase($0) } + [.criteria]
    return subjects.map { ($0, parts(of: $0)) }
  }

  /// What the findings on a subject depend on; nothing where the portfolio has no such subject.
  func parts(of subject: Subject) -> Set<Part> {
    switch subject {
    case .standard(let id): portfolio.standards[id] == nil ? [] : parts(ofStandard: id)
    case .override(let id): portfolio.overrides[id].map(parts) ?? []
    case .useCase(let id): portfolio.useCases[id].map(parts) ?? []
    case .criteria: [.criteria, .committee]
    case .portfolio, .committee, .delisted, .proposal, .state, .review, .ballot, .ballotResult,
      .receipts, .replies, .dispositions:
      []
    }
  }

  private func parts(of override: Override) -> Set<Part> {
    var parts: Set<Part> = [.override(override.id)]
    for id in override.standards { parts.formUnion(self.parts(ofStandard: id)) }
    return parts.union(override.waivers.flatMap(\.ground).map { .standard($0) })
  }

  private func parts(of useCase: UseCase) -> Set<Part> {
    useCase.rows.reduce(into: [Part.useCase(useCase.id)] as Set<Part>) { parts, row in
      for ids in [row.standards, row.candidates, row.incorporates] {
        parts.formUnion(ids.map { .standard($0) })
      }
    }
  }

  /// The standard, its exceptions, its name, the standards that it names, and the direct and indirect
  /// successors of all these.
  func parts(ofStandard id: Identifier) -> Set<Part> {
    var parts: Set<Part> = [.standard(id), .exceptions(id)]
    guard let standard = portfolio.standards[id] else { return parts }
    parts.insert(.name(Array(standard.briefName.utf8)))
    var waiting = RelationKind.allCases.flatMap(standard.targets)
    while let next = waiting.popLast() {
      guard parts.insert(.standard(next)).inserted else { continue }
      waiting += portfolio.standards[next]?.targets(.supersededBy) ?? []
    }
    return parts
  }
}
