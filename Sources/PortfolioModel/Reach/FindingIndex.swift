/// Tells whose findings depend on a part of a portfolio.
///
/// It is made once for a portfolio, so that what a proposal reaches is looked up and not searched.
struct FindingIndex: Sendable {
  private let portfolio: Portfolio
  /// The subjects that have findings, by the parts that these depend on.
  private var readers: [Part: [Subject]] = [:]
  private var claimants: [Claim: [Identifier]] = [:]

  init(_ portfolio: Portfolio) {
    self.portfolio = portfolio
    let dependencies = FindingDependencies(portfolio)
    for subject in dependencies.subjects {
      dependencies.visit(subject) { readers[$0, default: []].append(subject) }
    }
    for standard in portfolio.standards.values {
      for claim in Claim.all(of: standard) { claimants[claim, default: []].append(standard.id) }
    }
  }

  /// The index of a portfolio that is asked for one change alone; it takes a look at each subject, but
  /// holds only what the change can reach.
  init(_ portfolio: Portfolio, for change: PortfolioChange, to result: Portfolio) {
    self.portfolio = portfolio
    guard !change.isEmpty, !change.reachesAll else { return }
    let parts = change.parts(in: [portfolio, result])
    let dependencies = FindingDependencies(portfolio)
    for subject in dependencies.subjects {
      dependencies.visit(subject) {
        if parts.contains($0) { readers[$0, default: []].append(subject) }
      }
    }
    guard !change.standards.isEmpty else { return }
    let claims = Claim.all(of: change.standards, in: [portfolio, result])
    for standard in portfolio.standards.values {
      for claim in Claim.all(of: standard) where claims.contains(claim) {
        claimants[claim, default: []].append(standard.id)
      }
    }
  }

  /// What a change reaches that leads from one portfolio to another.
  ///
  /// A finding depends on its subject and on what is reached from there step by step. Where it
  /// differs, the first step that leads to something changed was there before the change, so that the
  /// subject is among those that depended on it.
  ///
  /// - Parameter earlier: The change that led from the index's portfolio to the first of the two.
  func reach(
    of change: PortfolioChange, from base: Portfolio, to result: Portfolio,
    after earlier: PortfolioChange
  ) -> Reach {
    guard !change.reachesAll else { return .whole }
    var reach = Reach()
    let parts = change.parts(in: [base, result])
    for part in parts { readers[part]?.forEach { reach.insert($0) } }
    reach.insert(change)
    addReached(by: parts, in: base, after: earlier, to: &reach)
    addClaimants(of: change, from: base, to: result, after: earlier, to: &reach)
    return reach
  }

  /// Adds the subjects whose dependencies an earlier change has changed.
  private func addReached(
    by parts: Set<Part>, in base: Portfolio, after earlier: PortfolioChange, to reach: inout Reach
  ) {
    var changed = Reach()
    changed.insert(earlier)
    for part in earlier.parts(in: [portfolio, base]) {
      readers[part]?.forEach { changed.insert($0) }
    }
    let dependencies = FindingDependencies(base)
    let subjects =
      changed.standards.map { Subject.standard($0) } + changed.overrides.map { .override($0) }
      + changed.useCases.map { .useCase($0) }
    for subject in subjects where !dependencies.parts(of: subject).isDisjoint(with: parts) {
      reach.insert(subject)
    }
  }

  /// Adds the standards that claim what a changed one claims, before or after the change.
  private func addClaimants(
    of change: PortfolioChange, from base: Portfolio, to result: Portfolio,
    after earlier: PortfolioChange, to reach: inout Reach
  ) {
    let claims = Claim.all(of: change.standards, in: [base, result])
    for kind in Claim.Kind.allCases { reach.insert(change.standards, of: kind) }
    for claim in claims { reach.insert(claimants[claim] ?? [], of: claim.kind) }
    for id in earlier.standards {
      guard let standard = base.standards[id] else { continue }
      for claim in Claim.all(of: standard) where claims.contains(claim) {
        reach.insert([id], of: claim.kind)
      }
    }
  }
}
