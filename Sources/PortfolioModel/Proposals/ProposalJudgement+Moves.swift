import Diagnostics

extension ProposalJudgement {
  /// The findings on moves that the criteria do not list, and on unneeded exceptions.
  func moveFindings() -> [Finding] {
    moves.compactMap { move in
      let change = proposal.changes.first {
        $0.subject == SubjectID(.standard, move.standard)
      }
      let path = change?.path ?? FieldPath("changes")
      let name = result.standards[move.standard] ?? ground.standards[move.standard]
      let label = name?.briefName ?? move.standard.text
      let obstacle = obstacle(to: move)
      switch (obstacle, move.exception) {
      case (let obstacle?, nil):
        return Finding(
          .moveNotListed, .proposal(proposal.number), path, standard: move.standard,
          "\(label) can not go from \(move.from.rawValue) to \(move.to.rawValue): \(obstacle)",
          help: [
            "give a reason for the exception: \(option: .exception)",
            "\(run: .verb(.criteria)) lists the moves",
          ])
      case (nil, .some):
        return Finding(
          .exceptionUnneeded, .proposal(proposal.number), path.appending("exception"),
          standard: move.standard,
          "the move of \(label) from \(move.from.rawValue) to \(move.to.rawValue) is listed "
            + "and needs no exception", help: ["remove the exception"])
      default: return nil
      }
    }
  }

  /// Why the criteria do not allow a move, or nil where they do.
  private func obstacle(to move: Move) -> String? {
    guard let listed = base.criteria.move(from: move.from, to: move.to) else {
      return "the criteria list no such move"
    }
    guard let condition = listed.condition else { return nil }
    let replacements = result.delisted[move.standard]?.replacedBy ?? []
    guard let before = ground.standards[move.standard] else { return nil }
    var holds = judgeOfGround.isMet(condition, for: before, replacements: replacements)
    if !holds, result.criteria != base.criteria || condition == .criterionMissed {
      // The proposal itself may bring the rating or the criteria by which the standard misses one.
      holds = missesOldGroup(move, before.group)
    }
    return holds ? nil : "it asks that \(condition.requirement)"
  }

  private func missesOldGroup(_ move: Move, _ group: Group) -> Bool {
    guard let after = result.standards[move.standard] else { return false }
    return judgeOfResult.verdicts(on: after, in: group, .required).contains { !$0.isMet }
  }
}
