/// A move of a standard between groups, into the portfolio or out of it.
package struct Move: Hashable, Sendable {
  package let standard: Identifier
  package let from: MoveOrigin
  package let to: MoveTarget
  /// A verdict for each required criterion of the target group.
  package let verdicts: [Verdict]
  package let exception: String?

  /// The first override that waives a missed criterion of the new group.
  package var override: Identifier? { verdicts.compactMap(\.waivedBy).first }
}

extension Move {
  /// Every move between two portfolios, in the order of ids; the proposal gives the exceptions.
  package static func all(
    from base: Portfolio, to result: Portfolio, _ proposals: Proposal...
  ) -> [Move] {
    all(from: base, to: result, proposals: proposals)
  }

  package static func all(
    from base: Portfolio, to result: Portfolio, proposals: [Proposal]
  ) -> [Move] {
    let renamings = base.renamings(to: result)
    let base = base.following(renamings)
    let judge = Judge(result)
    let ids = Set(base.standards.keys).union(result.standards.keys).sorted()
    return ids.compactMap { id in
      let (before, after) = (base.standards[id], result.standards[id])
      guard before?.group != after?.group else { return nil }
      let old = renamings.first { $0.new == id }?.old ?? id
      let changes = proposals.flatMap(\.changes).filter { $0.subject == SubjectID(.standard, old) }
      return Move(
        standard: id, from: MoveOrigin(before?.group), to: MoveTarget(after?.group),
        verdicts: after.map { judge.verdicts(on: $0, in: $0.group, .required) } ?? [],
        exception: changes.compactMap(\.exception).first)
    }
  }
}
