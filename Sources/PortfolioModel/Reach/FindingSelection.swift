/// The parts of a portfolio that are checked: all, or those that a change reaches.
struct FindingSelection: Sendable {
  /// In the order of the tables, as all lists of standards here.
  let standards: [Standard]
  let delisted: [DelistedStandard]
  let overrides: [Override]
  let useCases: [UseCase]
  /// Whether the rules of reviews are checked.
  let checksRules: Bool
  /// Whether summaries of the whole portfolio are made.
  private(set) var summarizes: Bool
  private let claimants: [Claim.Kind: [Standard]]

  /// Everything.
  init(_ portfolio: Portfolio) {
    standards = portfolio.inTableOrder
    delisted = portfolio.delistedInOrder
    overrides = portfolio.overridesInOrder
    useCases = portfolio.useCasesInOrder
    (checksRules, summarizes) = (true, true)
    claimants = [:]
  }

  /// What a change reaches. Summaries are left out: they are no effect of one change.
  init(_ reach: Reach, in portfolio: Portfolio) {
    guard !reach.isWhole else {
      self = FindingSelection(portfolio)
      summarizes = false
      return
    }
    func standards(_ ids: Set<Identifier>) -> [Standard] {
      ids.compactMap { portfolio.standards[$0] }.inTableOrder
    }
    self.standards = standards(reach.standards)
    delisted = reach.standards.sorted().compactMap { portfolio.delisted[$0] }
    overrides = reach.overrides.sorted().compactMap { portfolio.overrides[$0] }
    useCases = reach.useCases.sorted().compactMap { portfolio.useCases[$0] }
    (checksRules, summarizes) = (reach.reachesRules, false)
    var claimants: [Claim.Kind: [Standard]] = [:]
    for kind in Claim.Kind.allCases { claimants[kind] = standards(reach.claimants[kind] ?? []) }
    self.claimants = claimants
  }

  /// The standards that are compared by what only one should have.
  func claimants(_ kind: Claim.Kind) -> [Standard] { claimants[kind] ?? standards }
}
