/// A portfolio that proposals are judged on, and what is known of it, so that judging one takes as
/// long as what it touches.
package struct ProposalGround: Sendable {
  package let portfolio: Portfolio
  package let today: CalendarDate
  let judge: Judge
  let holds: Holds
  private let indexes: FindingIndexes
  /// In what it differs from the ground that all was begun with.
  private var total: PortfolioChange

  /// Reads the whole portfolio, which the grounds that are made of this one need not.
  package init(_ portfolio: Portfolio, today: CalendarDate) {
    self.portfolio = portfolio
    self.today = today
    judge = Judge(portfolio)
    holds = Holds(portfolio, on: today)
    indexes = FindingIndexes(portfolio)
    total = PortfolioChange()
  }

  /// - Parameter isLasting: Whether much may be judged on it.
  /// - Parameter day: The day on which it is judged, where that is another.
  private init(
    _ ground: ProposalGround, _ portfolio: Portfolio, _ change: PortfolioChange, isLasting: Bool,
    on day: CalendarDate? = nil
  ) {
    self.portfolio = portfolio
    today = day ?? ground.today
    judge = ground.judge.judge(of: portfolio, after: change)
    let isHeldAlike = today == ground.today && change.overrides.isEmpty
    holds = isHeldAlike ? ground.holds : Holds(portfolio, on: today)
    total = ground.total.union(change)
    let following = ground.indexes.following(change, from: ground.portfolio, to: portfolio)
    // Each change has an index to be asked; after some, a new one of all costs less.
    let isNew = isLasting && following.changed > max(8, portfolio.standards.count / 16)
    indexes = isNew ? FindingIndexes(portfolio) : following
  }

  /// The same ground as the one that all is begun with, whatever it was made of.
  func begun() -> ProposalGround {
    var ground = self
    ground.total = PortfolioChange()
    return ground
  }

  /// The ground of a portfolio on a day, where what is known of this one's may still be true of it.
  package func moved(to portfolio: Portfolio, on day: CalendarDate) -> ProposalGround {
    let change = PortfolioChange(from: self.portfolio, to: portfolio)
    return ProposalGround(self, portfolio, change, isLasting: true, on: day).begun()
  }

  /// The ground with a proposal applied.
  package func applying(_ proposal: Proposal) -> ProposalGround {
    let application = Application(proposal, to: portfolio)
    return ProposalGround(self, application.portfolio, application.change, isLasting: true)
  }

  /// The ground that a proposal makes of this one, on which it was judged.
  package func following(_ judgement: ProposalJudgement) -> ProposalGround {
    ProposalGround(self, judgement.result, judgement.change, isLasting: true)
  }

  /// The ground that a change makes of this one.
  func following(_ change: PortfolioChange, to result: Portfolio) -> ProposalGround {
    ProposalGround(self, result, change, isLasting: false)
  }

  /// The ground with standards renamed, and in what it differs.
  func renaming(_ renamings: [Renaming]) -> (ground: ProposalGround, change: PortfolioChange) {
    guard !renamings.isEmpty else { return (self, PortfolioChange()) }
    let renamed = portfolio.following(renamings)
    let change = PortfolioChange(from: portfolio, to: renamed)
    return (following(change, to: renamed), change)
  }

  /// The findings on what a change reaches, in the order of the rules.
  func findings(within reach: Reach) -> [Finding] {
    judge.findings(on: FindingSelection(reach, in: portfolio), holds, today: today)
  }

  /// What a change of this ground reaches.
  func reach(of change: PortfolioChange, to result: Portfolio) -> Reach {
    indexes.reach(of: change, from: portfolio, to: result)
  }

  /// Everything in which the result of a change differs from the ground that all was begun with.
  func changes(with change: PortfolioChange) -> PortfolioChange { total.union(change) }
}
