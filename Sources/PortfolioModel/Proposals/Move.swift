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
    let ground = base.following(renamings)
    return all(
      from: ground, by: Judge(result), renamings, proposals,
      among: Set(ground.standards.keys).union(result.standards.keys))
  }

  /// The moves of some standards, where it is known which ones differ.
  ///
  /// - Parameter ground: The base with the standards renamed.
  /// - Parameter judge: The judge of the result.
  static func all(
    from ground: Portfolio, by judge: Judge, _ renamings: [Renaming], _ proposals: [Proposal],
    among ids: Set<Identifier>
  ) -> [Move] {
    let old = Dictionary(renamings.map { ($0.new, $0.old) }) { first, _ in first }
    let changes = Dictionary(grouping: proposals.flatMap(\.changes), by: \.subject)
    let result = judge.portfolio
    let moved = ids.filter { ground.standards[$0]?.group != result.standards[$0]?.group }
    return moved.sorted().map { id in
      let (before, after) = (ground.standards[id], result.standards[id])
      let named = changes[SubjectID(.standard, old[id] ?? id)] ?? []
      return Move(
        standard: id, from: MoveOrigin(before?.group), to: MoveTarget(after?.group),
        verdicts: after.map { judge.verdicts(on: $0, in: $0.group, .required) } ?? [],
        exception: named.compactMap(\.exception).first)
    }
  }
}
