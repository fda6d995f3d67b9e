/// Compares standards with the criteria (ISO 21860:2020, A.4) and the exceptions ledger.
package struct Judge: Sendable {
  package let portfolio: Portfolio
  private let waivers: [WaiverKey: [Grant]]

  private struct WaiverKey: Hashable {
    let standard: Identifier
    let criterion: String
  }

  private struct Grant {
    let override: Identifier
    let waiver: Override.Waiver
  }

  package init(_ portfolio: Portfolio) {
    self.portfolio = portfolio
    var waivers: [WaiverKey: [Grant]] = [:]
    for override in portfolio.overridesInOrder {
      for waiver in override.waivers {
        let key = WaiverKey(standard: waiver.standard, criterion: waiver.criterion)
        waivers[key, default: []].append(Grant(override: override.id, waiver: waiver))
      }
    }
    self.waivers = waivers
  }

  private init(_ portfolio: Portfolio, _ waivers: [WaiverKey: [Grant]]) {
    self.portfolio = portfolio
    self.waivers = waivers
  }

  /// The judge of a portfolio that a change has made of this one's.
  func judge(of result: Portfolio, after change: PortfolioChange) -> Judge {
    change.overrides.isEmpty ? Judge(result, waivers) : Judge(result)
  }

  /// A verdict for each criterion of a group, as if the standard were in that group.
  package func verdicts(
    on standard: Standard, in group: Group, _ strength: Criterion.Strength? = nil
  ) -> [Verdict] {
    portfolio.criteria.criteria(of: group, strength).map { verdict(on: standard, $0) }
  }

  /// The required criteria of a group that a standard misses without a waiver.
  package func blocking(_ standard: Standard, in group: Group) -> [Verdict] {
    missed(by: standard, in: group, .required).filter(\.blocks)
  }

  /// The verdicts on the criteria of a group that a standard does not meet.
  func missed(
    by standard: Standard, in group: Group, _ strength: Criterion.Strength? = nil
  ) -> [Verdict] {
    portfolio.criteria.criteria(of: group, strength).filter { !isMet($0, by: standard) }
      .map { verdict(on: standard, $0) }
  }

  package func verdict(on standard: Standard, _ criterion: Criterion) -> Verdict {
    let isMet = isMet(criterion, by: standard)
    var waived: Grant?
    var undercuts: Identifier?
    var lapsed: Identifier?
    if !isMet {
      let key = WaiverKey(standard: standard.id, criterion: criterion.fullName)
      for grant in waivers[key] ?? [] {
        if !lostGround(of: grant.waiver, for: standard).isEmpty {
          lapsed = lapsed ?? grant.override
        } else if covers(grant.waiver, standard, criterion) {
          waived = waived ?? grant
        } else {
          undercuts = undercuts ?? grant.override
        }
      }
    }
    return Verdict(
      criterion: criterion, actual: actual(of: standard, criterion), isMet: isMet, waivedBy: waived?.override,
      ground: waived?.waiver.ground ?? [], undercuts: waived == nil ? undercuts : nil,
      lapsed: waived == nil ? lapsed : nil)
  }

  /// The level that counts for a factor, or nil where the factor is not rated.
  package func counted(_ factor: Factor, of standard: Standard) -> Level? {
    standard.assessment[factor]?.counted(portfolio.criteria.regional, of: factor)
  }

  /// Whether the factor is assessed at all in the standard's category.
  package func applies(_ factor: Factor, to standard: Standard) -> Bool {
    let notApplicable = portfolio.description.description(of: standard.category)?.notApplicable
    return !(notApplicable ?? []).contains(factor)
  }

  /// The standards that are reached by `superseded-by` in any number of steps, nearest first.
  package func successors(of standard: Standard) -> [Standard] {
    var reached: [Standard] = []
    var seen: Set<Identifier> = [standard.id]
    var queue = standard.targets(.supersededBy)
    while !queue.isEmpty {
      let id = queue.removeFirst()
      guard seen.insert(id).inserted, let next = portfolio.standards[id] else { continue }
      reached.append(next)
      queue += next.targets(.supersededBy)
    }
    return reached
  }

  private func isMet(_ criterion: Criterion, by standard: Standard) -> Bool {
    switch criterion.test {
    case .atLeast(let threshold): reaches(standard, threshold)
    case .anyOf(let thresholds): thresholds.contains { reaches(standard, $0) }
    case .allOf(let thresholds): thresholds.allSatisfy { reaches(standard, $0) }
    case .condition(let condition): isMet(condition, by: standard)
    }
  }

  private func isMet(_ condition: Condition, by standard: Standard) -> Bool {
    let isSuperseded = successors(of: standard).contains { $0.group == .preferred }
    return switch condition {
    case .notSuperseded: !isSuperseded
    case .supersededByPreferred: isSuperseded
    }
  }

  /// What a standard has where a criterion asks for something.
  private func actual(of standard: Standard, _ criterion: Criterion) -> String {
    switch criterion.test {
    case .atLeast(let threshold): return levelPhrase(threshold.factor, of: standard)
    case .anyOf(let thresholds), .allOf(let thresholds):
      return levelPhrases(thresholds, of: standard)
    case .condition:
      let successors = successors(of: standard)
      return successors.isEmpty
        ? "not superseded"
        : "superseded by " + successors.map { "\($0.id) (\($0.group.rawValue))" }.conjunction
    }
  }

  func reaches(_ standard: Standard, _ threshold: Criterion.Threshold) -> Bool {
    guard applies(threshold.factor, to: standard) else { return true }
    guard let level = counted(threshold.factor, of: standard) else { return false }
    return threshold.factor.reaches(level, threshold.level)
  }

  /// Whether each factor of the criterion is at least at the level that a waiver names.
  func reaches(_ standard: Standard, _ criterion: Criterion, _ least: Level?) -> Bool {
    guard let least else { return true }
    return criterion.factors.allSatisfy { factor in
      guard factor.levels.contains(least), applies(factor, to: standard) else { return true }
      guard let level = counted(factor, of: standard) else { return false }
      return factor.rank(of: level) >= factor.rank(of: least)
    }
  }

  private func levelPhrase(_ factor: Factor, of standard: Standard) -> String {
    guard applies(factor, to: standard) else { return "not applicable" }
    return counted(factor, of: standard)?.rawValue ?? "not rated"
  }

  private func levelPhrases(_ thresholds: [Criterion.Threshold], of standard: Standard) -> String {
    thresholds.map { "\($0.factor.phrase) \(levelPhrase($0.factor, of: standard))" }.conjunction
  }
}
