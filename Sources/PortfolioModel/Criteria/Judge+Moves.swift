/// A move that a standard could make from its group, and what it would need.
package struct MoveOutlook: Hashable, Sendable {
  package let target: MoveTarget
  /// A verdict for each required criterion of the target group; empty for a delisting.
  package let verdicts: [Verdict]
  /// The move's condition, and whether it is met; nil where the move has none.
  package let condition: MoveCondition?
  package let isConditionMet: Bool

  package var missing: [Verdict] { verdicts.filter(\.blocks) }

  package var isOpen: Bool { missing.isEmpty && isConditionMet }
}

extension Judge {
  /// The outlook of each listed move from a standard's group, in the order of the criteria.
  package func outlooks(for standard: Standard) -> [MoveOutlook] {
    portfolio.criteria.moves.filter { $0.from == MoveOrigin(standard.group) }.map { move in
      MoveOutlook(
        target: move.to,
        verdicts: move.to.group.map { verdicts(on: moved(standard, to: $0), in: $0, .required) }
          ?? [],
        condition: move.condition,
        isConditionMet: move.condition.map { isMet($0, for: standard, replacements: []) } ?? true)
    }
  }

  /// The standard after a move. By a move to legacy, an announced succession takes effect if its
  /// successor is preferred.
  private func moved(_ standard: Standard, to group: Group) -> Standard {
    let announced = standard.fields.list(RelationKind.willBeSupersededBy.rawValue)
    let held = announced.filter { target in
      target.text.flatMap(Identifier.init).flatMap { portfolio.standards[$0] }?.group == .preferred
    }
    guard group == .legacy, !held.isEmpty else { return standard }
    var fields = standard.fields
    fields[RelationKind.supersededBy.rawValue] = .list(
      fields.list(RelationKind.supersededBy.rawValue) + held)
    return Standard(
      id: standard.id, category: standard.category, fields: Schema.standard.ordered(fields))
      ?? standard
  }

  /// Whether the condition of a move is met.
  package func isMet(
    _ condition: MoveCondition, for standard: Standard, replacements: [Identifier]
  ) -> Bool {
    switch condition {
    case .criterionMissed:
      verdicts(on: standard, in: standard.group, .required).contains { !$0.isMet }
    case .replaced: !replacements.isEmpty
    }
  }

  /// The next group, where the standard already meets its criteria: preferred for an emerging
  /// standard, legacy for a preferred one with a preferred successor, whether announced or actual.
  package func due(_ standard: Standard) -> Group? {
    let criteria = portfolio.criteria
    switch standard.group {
    case .emerging:
      guard criteria.move(from: .emerging, to: .preferred) != nil,
        verdicts(on: standard, in: .preferred, .required).allSatisfy(\.isMet)
      else { return nil }
      return .preferred
    case .preferred:
      guard criteria.move(from: .preferred, to: .legacy) != nil,
        !preferredSuccessors(of: standard).isEmpty
      else { return nil }
      return .legacy
    case .legacy: return nil
    }
  }

  /// The preferred standards that supersede a standard, or that its record says will.
  package func preferredSuccessors(of standard: Standard) -> [Standard] {
    let announced = standard.targets(.willBeSupersededBy).compactMap { portfolio.standards[$0] }
    return (successors(of: standard) + announced).filter { $0.group == .preferred }
  }

  /// A sentence on a move: "X would be preferred with maturity final (now trial-use) and …", or
  /// what allows it.
  package func sentence(for standard: Standard, _ outlook: MoveOutlook) -> String {
    let name = standard.briefName
    let missing = outlook.missing.map(\.wanted)
    guard let group = outlook.target.group else {
      return switch outlook.condition {
      case .replaced: "\(name) can be delisted where the standards that replace it are named."
      default: "\(name) can be delisted with a reason."
      }
    }
    if !missing.isEmpty {
      return "\(name) would be \(group.rawValue) with \(missing.conjunction)."
    }
    if outlook.condition == .criterionMissed, !outlook.isConditionMet {
      return "\(name) meets every required criterion of \(standard.group.rawValue), "
        + "so nothing moves it to \(group.rawValue)."
    }
    return "\(name) meets the required criteria of \(group.rawValue); a proposal can move it."
  }
}
