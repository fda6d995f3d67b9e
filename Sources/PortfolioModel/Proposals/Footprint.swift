/// What a proposal changes in a portfolio, and what the findings on these changes depend on.
///
/// Two proposals can interact only if one changes something that the other's findings depend on. A
/// finding depends on its subject and on what is reached from there step by step. If a finding with
/// both proposals differs from the one with either alone, it depends on changes of both. Consider
/// the first step that reaches a change of the second proposal: all steps before it exist with the
/// first proposal alone, so the first one's ``dependencies`` include that change. The same holds
/// with the proposals exchanged.
package struct Footprint: Sendable {
  let changed: Set<Part>
  /// The parts that findings depend on, including the changed parts.
  let dependencies: Set<Part>
  /// The tables in which places were chosen, and the tables that only gained a last record or lost
  /// one.
  let arranged: Set<Table>
  let lengthened: Set<Table>

  /// - Parameter proposals: The proposals that lead from the base to the result, in their order.
  /// - Parameter change: In what the result differs from the base.
  package init(
    of proposals: [Proposal], on base: ProposalGround, to result: Portfolio,
    _ change: PortfolioChange
  ) {
    let changed = change.parts(in: [base.portfolio, result])
    var dependencies = Part.named(by: proposals.flatMap(\.changes)).union(changed)
    let (before, after) = (FindingDependencies(base.portfolio), FindingDependencies(result))
    for case .standard(let id) in changed {
      dependencies.formUnion(before.parts(ofStandard: id))
    }
    for subject in base.reach(of: change, to: result).subjects(in: result) {
      let parts = after.parts(of: subject)
      if !parts.isDisjoint(with: changed) { dependencies.formUnion(parts) }
    }
    self.changed = changed
    self.dependencies = dependencies.union([.criteria, .description])
    let tables = Table.changed(change, from: base.portfolio, to: result)
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
      case .member, .body: parts.insert(.committee)
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
}

/// A category's records in one group, in which positions are unique.
struct Table: Hashable, Sendable {
  let category: Category
  let group: Group

  /// The tables in which a record was added, removed or changed its position.
  static func changed(
    _ change: PortfolioChange, from base: Portfolio, to result: Portfolio
  ) -> Set<Table> {
    var tables: Set<Table> = []
    for id in change.standards {
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
