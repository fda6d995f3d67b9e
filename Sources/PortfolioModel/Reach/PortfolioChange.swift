/// The parts in which a portfolio differs from an earlier one.
package struct PortfolioChange: Hashable, Sendable {
  package private(set) var standards: Set<Identifier> = []
  package private(set) var delisted: Set<Identifier> = []
  package private(set) var overrides: Set<Identifier> = []
  package private(set) var useCases: Set<Identifier> = []
  private(set) var changesCriteria = false
  private(set) var changesDescription = false
  private(set) var changesCommittee = false

  /// No change.
  package init() {}

  /// Compares everything.
  package init(from base: Portfolio, to result: Portfolio) {
    standards = base.standards.differences(to: result.standards)
    delisted = base.delisted.differences(to: result.delisted)
    overrides = base.overrides.differences(to: result.overrides)
    useCases = base.useCases.differences(to: result.useCases)
    compareRules(base, result)
  }

  /// Compares only some subjects, where it is known that no others differ.
  init(from base: Portfolio, to result: Portfolio, among subjects: some Sequence<SubjectID>) {
    for subject in subjects {
      let id = subject.id
      switch subject.kind {
      case .standard:
        if base.standards[id] != result.standards[id] { standards.insert(id) }
        if base.delisted[id] != result.delisted[id] { delisted.insert(id) }
      case .override: if base.overrides[id] != result.overrides[id] { overrides.insert(id) }
      case .useCase: if base.useCases[id] != result.useCases[id] { useCases.insert(id) }
      case .member, .body, .criteria, .portfolio: break
      }
    }
    compareRules(base, result)
  }

  private mutating func compareRules(_ base: Portfolio, _ result: Portfolio) {
    changesCriteria = base.criteria != result.criteria
    changesDescription = base.description != result.description
    changesCommittee = base.committee != result.committee
  }

  var isEmpty: Bool { self == PortfolioChange() }

  /// Whether every finding may depend on it.
  var reachesAll: Bool { changesCriteria || changesDescription }

  /// The number of records that differ.
  var count: Int { standards.count + delisted.count + overrides.count + useCases.count }

  /// What differs by this change or by another one, before or after it.
  package func union(_ other: PortfolioChange) -> PortfolioChange {
    var union = self
    union.standards.formUnion(other.standards)
    union.delisted.formUnion(other.delisted)
    union.overrides.formUnion(other.overrides)
    union.useCases.formUnion(other.useCases)
    union.changesCriteria = changesCriteria || other.changesCriteria
    union.changesDescription = changesDescription || other.changesDescription
    union.changesCommittee = changesCommittee || other.changesCommittee
    return union
  }

  /// The subjects that differ, as they are in any of the portfolios; those of delisted records are
  /// standards that are there on one side.
  func subjects(in portfolios: [Portfolio]) -> Set<SubjectID> {
    var subjects = Set(standards.map { SubjectID(.standard, $0) })
    subjects.formUnion(overrides.map { SubjectID(.override, $0) })
    subjects.formUnion(useCases.map { SubjectID(.useCase, $0) })
    for portfolio in portfolios {
      if changesCommittee, let committee = portfolio.committee {
        subjects.formUnion(committee.members.map { SubjectID(.member, $0.id) })
        subjects.formUnion(committee.bodies.map { SubjectID(.body, $0.id) })
      }
      // The rules are named after the portfolio, which may be renamed.
      if changesCriteria || changesDescription {
        subjects.insert(SubjectID(.criteria, portfolio.description.id))
      }
      if changesDescription { subjects.insert(SubjectID(.portfolio, portfolio.description.id)) }
    }
    return subjects
  }

  /// The parts that findings depend on, as they are in any of the portfolios.
  func parts(in portfolios: [Portfolio]) -> Set<Part> {
    var parts = Set(standards.union(delisted).map { Part.standard($0) })
    for portfolio in portfolios {
      for id in standards {
        guard let standard = portfolio.standards[id] else { continue }
        parts.insert(.name(Array(standard.briefName.utf8)))
      }
      for id in overrides {
        parts.formUnion((portfolio.overrides[id]?.standards ?? []).map { .exceptions($0) })
      }
    }
    parts.formUnion(overrides.map { .override($0) })
    parts.formUnion(useCases.map { .useCase($0) })
    if changesCriteria { parts.insert(.criteria) }
    if changesDescription { parts.insert(.description) }
    if changesCommittee { parts.insert(.committee) }
    return parts
  }
}
