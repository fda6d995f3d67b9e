import Parallel

/// The index of a portfolio that was made of another by some changes: that of the first portfolio,
/// and one for each change, of the subjects that it reached.
///
/// A finding depends on its subject and on what is reached from there step by step. Where it differs
/// after a change, the first step that leads to something changed was there before the change, so that
/// the subject is among those that depended on it.
struct FindingIndexes: Sendable {
  private var all: [Later<FindingIndex>]
  /// How many records were changed since the first index.
  private(set) var changed = 0

  /// The index of a portfolio that is made when it is first asked.
  init(_ portfolio: Portfolio) { all = [Later { FindingIndex(portfolio) }] }

  init(_ index: FindingIndex) { all = [Later { index }] }

  /// The index of what a change makes of the portfolio.
  func following(
    _ change: PortfolioChange, from base: Portfolio, to result: Portfolio
  ) -> FindingIndexes {
    guard !change.isEmpty else { return self }
    var next = self
    next.all.append(
      Later { FindingIndex(result, among: reached(by: change, from: base, to: result)) })
    next.changed += change.count
    return next
  }

  /// What a change reaches that leads from the portfolio to another.
  func reach(
    of change: PortfolioChange, from base: Portfolio, to result: Portfolio
  ) -> Reach {
    change.reachesAll ? .whole : reached(by: change, from: base, to: result)
  }

  /// What is reached step by step; that other criteria may reach everything is left out.
  private func reached(
    by change: PortfolioChange, from base: Portfolio, to result: Portfolio
  ) -> Reach {
    var reach = Reach()
    let parts = change.parts(in: [base, result])
    let claims = Claim.all(of: change.standards, in: [base, result])
    reach.insert(change)
    for kind in Claim.Kind.allCases { reach.insert(change.standards, of: kind) }
    for index in all { index.value.add(readersOf: parts, claims, to: &reach) }
    return reach
  }
}
