import Diagnostics

extension ProposalJudgement {
  /// Ratings by region that the proposal brings or changes and that say no level for all regions
  /// together, which is what 5.2.2 calls a level.
  ///
  /// A rating that stands in the base as it is, as those carried from the publication do, has none.
  func regionalFindings() -> [Finding] {
    proposal.changes.flatMap { change -> [Finding] in
      guard change.subject.kind == .standard,
        let standard = result.standards[change.subject.id]
      else { return [] }
      let before = base.standards[standard.id]
      if case .confirm = change.action { return [] }
      return Factor.allCases.compactMap { factor in
        guard case .regional(let rating)? = standard.assessment[factor], rating.combined == nil,
          !rating.hasLevels(of: before?.assessment[factor])
        else { return nil }
        return finding(on: standard, factor, change.path)
      }
    }
  }

  private func finding(on standard: Standard, _ factor: Factor, _ path: FieldPath) -> Finding {
    let counting = result.criteria.regional
    let level = standard.assessment[factor]?.counted(counting, of: factor)?.phrase ?? "not rated"
    let number = proposal.number
    return Finding(
      .regionalWithoutCombined, .proposal(number), path, standard: standard.id,
      "\(factor.phrase) of \(standard.briefName) has no combined level, "
        + "so it counts with its \(counting.rawValue) region: \(level)",
      help: [
        """
        give the level of all regions combined: \(run: .propose(.updateSet(
          number, "\(standard.id):assessment.\(factor.rawValue).combined=LEVEL")))
        """,
        "or leave it: it counts, like those carried from the publication, with its "
          + "\(counting.rawValue) region, '\(RegionalRating.elsewhere)' included",
      ])
  }
}

extension RegionalRating {
  /// Whether another rating says the same of every region, and no more of all of them.
  fileprivate func hasLevels(of other: Rating?) -> Bool {
    guard case .regional(let other)? = other else { return false }
    return regions == other.regions && combined == other.combined
  }
}
