import Diagnostics

extension ProposalJudgement {
  /// Moves that the proposal's own entries of the ledger explain, and that are not made so: the
  /// standard does not stand where the move leads, or the proposal moves it from another group.
  func explainedMoveFindings() -> [Finding] {
    change.overrides.sorted().compactMap { result.overrides[$0] }.flatMap { override in
      broughtMoves(of: override).compactMap { move -> Finding? in
        guard let standard = result.standards[move.standard] else { return nil }
        let before = MoveOrigin(ground.standards[move.standard]?.group)
        let isMovedHere = before.group != standard.group
        let fault: String
        if standard.group != move.to {
          fault = "\(standard.briefName) is \(standard.group.rawValue)"
        } else if isMovedHere, before != move.from {
          fault = "it moves from \(before.rawValue)"
        } else {
          return nil
        }
        return Finding(
          .overrideMoveNotMade, .proposal(proposal.number), changePath(of: override),
          standard: standard.id,
          "override \(override.id) explains \(move.phrase(in: result)), but \(fault)",
          help: [
            "make the move in the proposal: \(option: .set, "\(standard.id):group=\(move.to.rawValue)")",
            "or leave it out of the entry's 'moves'",
          ])
      }
    }
  }

  /// Whether a finding is about a move that the proposal itself brings into the ledger, of which
  /// ``explainedMoveFindings()`` tells.
  func isAboutBroughtMove(_ finding: Finding) -> Bool {
    guard finding.rule == .overrideUnneeded, case .override(let id) = finding.subject,
      finding.path.steps.first == "moves", let override = result.overrides[id]
    else { return false }
    return broughtMoves(of: override).contains { $0.standard == finding.standard }
  }

  private func broughtMoves(of override: Override) -> [Override.ExplainedMove] {
    let known = ground.overrides[override.id]?.moves ?? []
    return override.moves.filter { !known.contains($0) }
  }

  private func changePath(of override: Override) -> FieldPath {
    let subject = SubjectID(.override, override.id)
    return proposal.changes.first { $0.subject == subject }?.path ?? FieldPath("changes")
  }
}
