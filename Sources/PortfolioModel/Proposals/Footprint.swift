/// What a proposal changes in a portfolio, and what the findings on that depend on.
///
/// Two proposals can interact only if one changes something that the other's findings depend on. A
/// finding depends on its subject and on what is reached from there in steps. Where it differs with
/// both proposals from what it is with either alone, it depends on changes of both. Take the first
/// step that leads to a change of the second proposal: all steps before it are there with the first
/// proposal alone, so ``dependencies`` of the first hold where it leads; or the other way round.
package struct Footprint: Sendable {
  private let changed: Set<Part>
  /// With what is changed itself.
  private let dependencies: Set<Part>
  /// Tables with places that were chosen, and tables that only got, or lost, a last record.
  private let arranged: Set<Table>
  private let lengthened: Set<Table>

  /// `proposals`: those that lead from the base to the result, in their order.
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

  /// Whether the two together could have findings that neither has alone.
  package func meets(_ other: Footprint) -> Bool {
    !changed.isDisjoint(with: other.dependencies) || !other.changed.isDisjoint(with: dependencies)
      || !arranged.isDisjoint(with: other.arranged.union(other.lengthened))
      || !other.arranged.isDisjoint(with: lengthened)
  }
}

/// What findings depend on, in the smallest pieces that a proposal can change.
enum Part: Hashable, Sendable {
  case standard(Identifier)
  /// The waivers and holds for a standard, in whatever override.
  case exceptions(Identifier)
  /// Who bears a brief name.
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

  /// What changes name without changing it, and their subjects, whether they are there or not.
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

/// A category's records of one group: what positions are unique in.
struct Table: Hashable, Sendable {
  let category: Category
  let group: Group

  /// The tables in which a record came, went or changed its position.
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
  /// Whether it says where a record stands among others; else a record that comes is the last.
  fileprivate var choosesPlace: Bool {
    if case .set(let fields) = action, fields.contains(where: { $0.field == "position" }) {
      return true
    }
    return place.map { $0 != .last } ?? false
  }
}
