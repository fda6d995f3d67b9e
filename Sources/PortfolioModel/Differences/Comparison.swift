/// Two portfolios that are compared: what differs, and what has other findings for that.
///
/// It takes as long as what differs and what that reaches; of the rest all is the same on both sides.
package struct Comparison: Sendable {
  package let before: ProposalGround
  package let after: ProposalGround
  let change: PortfolioChange
  let reach: Reach
  /// The findings on each side that the other may lack; all others are the same on both.
  package let known: [Finding]
  package let found: [Finding]

  package var base: Portfolio { before.portfolio }
  package var head: Portfolio { after.portfolio }

  package init(from ground: ProposalGround, to head: Portfolio) {
    self.init(from: ground, to: head, PortfolioChange(from: ground.portfolio, to: head))
  }

  /// Compares with standards renamed on the earlier side as they are on the later one.
  ///
  /// - Parameter ground: Made of the earlier portfolio.
  package init(_ diff: PortfolioDiff, from ground: ProposalGround) {
    self.init(from: ground.renaming(diff.renamings).ground, to: diff.head, diff.change)
  }

  private init(from ground: ProposalGround, to head: Portfolio, _ change: PortfolioChange) {
    let base = ground.portfolio
    before = ground
    after = ground.following(change, to: head)
    self.change = change
    reach = FindingIndexes(FindingIndex(base, for: change, to: head))
      .reach(of: change, from: base, to: head)
    var (known, found) = (before.findings(within: reach), after.findings(within: reach))
    // The summary lists, in the order of the tables, the standards that no use case names.
    if !Table.changed(change, from: base, to: head).isEmpty || !change.useCases.isEmpty {
      known += UseCaseCheck(base).summary()
      found += UseCaseCheck(head).summary()
    }
    (self.known, self.found) = (known, found)
  }
}
