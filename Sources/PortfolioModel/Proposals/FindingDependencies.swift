/// What the findings on each subject of a portfolio depend on.
struct FindingDependencies {
  private let portfolio: Portfolio

  init(_ portfolio: Portfolio) { self.portfolio = portfolio }

  /// What findings depend on, for each subject that can have findings.
  var subjects: [Set<Part>] {
    let standards = portfolio.standards.keys.map { ($0, parts(ofStandard: $0)) }
    let known = Dictionary(uniqueKeysWithValues: standards)
    let overrides = portfolio.overrides.values.map { override in
      override.standards.reduce(into: [Part.override(override.id)] as Set<Part>) { parts, id in
        parts.formUnion([.standard(id), .exceptions(id)])
        parts.formUnion(known[id] ?? [])
      }.union(override.waivers.flatMap(\.ground).map { .standard($0) })
    }
    let useCases = portfolio.useCases.values.map { useCase in
      useCase.rows.reduce(into: [Part.useCase(useCase.id)] as Set<Part>) { parts, row in
        for ids in [row.standards, row.candidates, row.incorporates] {
          parts.formUnion(ids.map { .standard($0) })
        }
      }
    }
    return Array(known.values) + overrides + useCases + [[.criteria, .committee]]
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
