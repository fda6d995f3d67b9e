/// What a proposal changes in a portfolio, and what the findings on these changes depend on.
///
/// Two proposals can interact only if one changes something that the other's findings depend on. A
/// finding depends on its subject and on what is reached from there step by step. If a finding with
/// both proposals differs from the one with either alone, it depends on changes of both. Consider
/// the first step that reaches a change of the second proposal: all steps before it exist with the
/// first proposal alone, so the first one's ``dependencies`` include that change. The same holds
/// with the proposals exchanged.
package struct Footprint: Sendable {
  private let changed: Set<Part>
  /// The parts that findings depend on, including the changed parts.
  private let dependencies: Set<Part>
  /// The tables in which places were chosen, and the tables that only gained a last record or lost
  /// one.
  private let arranged: Set<Table>
  private let lengthened: Set<Table>

  /// `proposals`: the proposals that lead from the base to the result, in their order.
  package init(of proposals: [Proposal], from base: Portfolio, to result: Portfolio) {
    let changed = Part.changed(from: base, to: result)
    var dependencies = Part.named(by: proposals.flatMap(\.changes)).union(changed)
    let (before, after) = (FindingDependencies(base), FindingDependencies(result))
    for case .standard(let id) in changed {
      dependencies.formUnion(before.parts(ofStandard: id))
    }
    for parts in after.subjects where !parts.isDisjoint(with: changed) {
      dependencies.formUnion(parts)
    }
    self.changed = changed
    self.dependencies = dependencies.union([.criteria, .description])
    let tables = Table.changed(from: base, to: result)
    let arranges = proposals.flatMap(\.changes).contains(where: \.choosesPlace)
    (arranged, lengthened) = arranges ? (tables, []) : ([], tables)
  }

  /// Whether both together could have findings that neither has alone.
  package func meets(_ other: Footprint) -> Bool {
    !changed.isDisjoint(with: other.dependencies) || !other.changed.isDisjoint(with: dependencies)
      || !arranged.isDisjoint(with: other.arranged.union(other.lengthened))
      || !other.arranged.isDisjoint(with: lengthened)
  }
}

/// A part of a portfolio that findings depend on; the smallest piece that a proposal can change.
enum Part: Hashable, Sendable {
  case standard(Identifier)
  /// The waivers and holds for a standard in all overrides.
  case exceptions(Identifier)
  /// The standards that have a brief name, given by its bytes.
  case name([UInt8])
  case override(Identifier)
  case useCase(Identifier)
  case criteria, description, committee

  static func changed(from base: Portfolio, to result: Portfolio) -> Set<Part> {
    var parts: Set<Part> = []
    for id in differing(base.standards, result.standards) {
      parts.insert(.standard(id))
      for standard in [base.standards[id], result.standards[id]].compactMap({ $0 }) {
        parts.insert(.name(Array(standard.briefName.utf8)))
      }
    }
    for id in differing(base.delisted, result.delisted) { parts.insert(.standard(id)) }
    for id in differing(base.overrides, result.overrides) {
      parts.insert(.override(id))
      let standards = [base.overrides[id], result.overrides[id]].flatMap { $0?.standards ?? [] }
      parts.formUnion(standards.map { .exceptions($0) })
    }
    for id in differing(base.useCases, result.useCases) { parts.insert(.useCase(id)) }
    if base.criteria != result.criteria { parts.insert(.criteria) }
    if base.description != result.description { parts.insert(.description) }
    if base.committee != result.committee { parts.insert(.committee) }
    return parts
  }

  /// The subjects of changes, and the parts that the changes name without changing them, whether
  /// they exist or not.
  static func named(by changes: [Change]) -> Set<Part> {
    var parts: Set<Part> = []
    for change in changes {
      let id = change.subject.id
      switch change.subject.kind {
      case .standard: parts.insert(.standard(id))
      case .override: parts.insert(.override(id))
      case .useCase: parts.insert(.useCase(id))
      case .member: parts.insert(.committee)
      case .criteria: parts.insert(.criteria)
      case .portfolio: parts.insert(.description)
      }
      parts.formUnion(change.continues.map { .standard($0) })
      if case .delist(let delisting) = change.action {
        parts.formUnion(delisting.replacedBy.map { .standard($0) })
      }
      if case .rename(let new) = change.action { parts.insert(.standard(new)) }
      switch change.place {
      case .before(let id), .after(let id): parts.insert(.standard(id))
      case .first, .last, nil: break
      }
    }
    return parts
  }

  private static func differing<Value: Equatable>(
    _ base: [Identifier: Value], _ result: [Identifier: Value]
  ) -> [Identifier] {
    base.keys.filter { base[$0] != result[$0] } + result.keys.filter { base[$0] == nil }
  }
}

/// A category's records in one group, in which positions are unique.
struct Table: Hashable, Sendable {
  let category: Category
  let group: Group

  /// The tables in which a record was added, removed or changed its position.
  static func changed(from base: Portfolio, to result: Portfolio) -> Set<Table> {
    var tables: Set<Table> = []
    for id in Set(base.standards.keys).union(result.standards.keys) {
      let (old, new) = (base.standards[id], result.standards[id])
      let isSame =
        old?.category == new?.category && old?.group == new?.group && old?.position == new?.position
      guard !isSame else { continue }
      for standard in [old, new].compactMap({ $0 }) {
        tables.insert(Table(category: standard.category, group: standard.group))
      }
    }
    return tables
  }
}

extension Change {
  /// Whether it chooses a record's place among others; otherwise an added record is the last.
  fileprivate var choosesPlace: Bool {
    if case .set(let fields) = action, fields.contains(where: { $0.field == "position" }) {
      return true
    }
    return place.map { $0 != .last } ?? false
  }
}
