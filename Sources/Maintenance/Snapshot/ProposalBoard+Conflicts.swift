import Diagnostics
package import PortfolioModel

extension ProposalBoard {
  /// Every conflict between two unfinished proposals, drafts included, in the order of numbers.
  package func conflicts() -> [ProposalConflict] {
    let entries = unfinished.filter { judgements[$0.number] != nil }
    var conflicts: [ProposalConflict] = []
    for (index, first) in entries.enumerated() {
      for second in entries[(index + 1)...] {
        if let conflict = conflict(first, second) { conflicts.append(conflict) }
      }
    }
    return conflicts
  }

  private func conflict(_ first: ProposalEntry, _ second: ProposalEntry) -> ProposalConflict? {
    // Two folders of one number are a finding of their own.
    guard first.number != second.number, !depends(first, on: second), !depends(second, on: first),
      let left = first.proposal,
      let right = second.proposal
    else { return nil }
    let theirs = right.touches.map(\.touch)
    let touched = left.touches.map(\.touch).filter { touch in
      theirs.contains { $0.overlaps(touch) }
    }
    if !touched.isEmpty {
      return ProposalConflict(
        first: first.number, second: second.number, touched: touched.map(\.phrase), errors: [])
    }
    guard let alone = judgements[first.number], let other = judgements[second.number],
      alone.isValid, other.isValid
    else { return nil }
    // What the second comes after is there in either case.
    let applied = Set(ProposalBoard.predecessors(of: first, in: snapshot).map(\.number))
    let ground = ProposalBoard.predecessors(of: second, in: snapshot)
      .filter { !applied.contains($0.number) }.compactMap(\.proposal)
      .reduce(alone.result) { Application($1, to: $0).portfolio }
    let together = ProposalJudgement(right, on: ground, today: today, isDraft: false)
    let known = Set(other.findings.map(\.message))
    let errors = together.findings.filter { $0.severity == .error && !known.contains($0.message) }
    guard !errors.isEmpty else { return nil }
    return ProposalConflict(
      first: first.number, second: second.number, touched: [], errors: errors.map(\.message))
  }

  private func depends(_ entry: ProposalEntry, on other: ProposalEntry) -> Bool {
    ProposalBoard.predecessors(of: entry, in: snapshot).contains { $0.number == other.number }
  }

  func conflictFindings() -> [Finding] {
    conflicts().map { conflict in
      let (first, second) = (Proposal.label(conflict.first), Proposal.label(conflict.second))
      if conflict.touched.isEmpty {
        return Finding(
          .validOnlyApart, .proposal(conflict.second), .root,
          "proposals \(first) and \(second) are valid alone, not together: "
            + conflict.errors.listed,
          help: ["once one is accepted, the other can't be committed as it is"])
      }
      return Finding(
        .proposalsConflict, .proposal(conflict.second), .root,
        "proposals \(first) and \(second) both change \(conflict.touched.conjunction): "
          + "once one is accepted, the other becomes stale",
        help: ["let one come 'after' the other, or withdraw one"])
    }
  }
}
