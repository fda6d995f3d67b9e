/// The subjects whose findings may differ between two portfolios.
struct Reach: Sendable {
  /// Whether every finding may differ, as where the criteria change.
  private(set) var isWhole = false
  private(set) var standards: Set<Identifier> = []
  private(set) var overrides: Set<Identifier> = []
  private(set) var useCases: Set<Identifier> = []
  /// Whether the rules of reviews are among them.
  private(set) var reachesRules = false
  /// The standards that share with others what only one should have.
  private(set) var claimants: [Claim.Kind: Set<Identifier>] = [:]

  static let whole: Reach = {
    var reach = Reach()
    reach.isWhole = true
    return reach
  }()

  mutating func insert(_ subject: Subject) {
    switch subject {
    case .standard(let id): standards.insert(id)
    case .override(let id): overrides.insert(id)
    case .useCase(let id): useCases.insert(id)
    case .criteria: reachesRules = true
    case .portfolio, .committee, .delisted, .proposal, .state, .review, .ballot, .ballotResult,
      .receipts, .replies, .dispositions, .survey, .response:
      break
    }
  }

  /// Adds what a change names itself; it need not have been there before.
  mutating func insert(_ change: PortfolioChange) {
    standards.formUnion(change.standards)
    standards.formUnion(change.delisted)
    overrides.formUnion(change.overrides)
    useCases.formUnion(change.useCases)
    reachesRules = reachesRules || change.changesCommittee
  }

  /// The subjects, of which those that a portfolio lacks have no findings there.
  func subjects(in portfolio: Portfolio) -> [Subject] {
    guard !isWhole else { return FindingDependencies(portfolio).subjects }
    return standards.map { .standard($0) } + overrides.map { .override($0) }
      + useCases.map { .useCase($0) } + (reachesRules ? [.criteria] : [])
  }

  mutating func formUnion(_ other: Reach) {
    isWhole = isWhole || other.isWhole
    standards.formUnion(other.standards)
    overrides.formUnion(other.overrides)
    useCases.formUnion(other.useCases)
    reachesRules = reachesRules || other.reachesRules
    for (kind, ids) in other.claimants { insert(ids, of: kind) }
  }

  mutating func insert(_ claimants: some Sequence<Identifier>, of kind: Claim.Kind) {
    self.claimants[kind, default: []].formUnion(claimants)
  }
}

/// Something of a standard that only one standard should have.
struct Claim: Hashable, Sendable {
  enum Kind: CaseIterable, Sendable {
    case place, briefName, formalName
  }

  let kind: Kind
  /// The place in the tables; nil for names.
  private let table: Table?
  private let position: Int
  private let name: [UInt8]

  private init(_ kind: Kind, _ table: Table? = nil, position: Int = 0, name: [UInt8] = []) {
    self.kind = kind
    self.table = table
    self.position = position
    self.name = name
  }

  /// The claim on a brief name, given by its bytes.
  init(briefName: [UInt8]) { self.init(.briefName, name: briefName) }

  /// The claims of some standards, as they are in any of the portfolios.
  static func all(of ids: Set<Identifier>, in portfolios: [Portfolio]) -> Set<Claim> {
    portfolios.reduce(into: []) { claims, portfolio in
      for id in ids {
        if let standard = portfolio.standards[id] { claims.formUnion(all(of: standard)) }
      }
    }
  }

  /// The claims of a standard, one of each kind.
  static func all(of standard: Standard) -> [Claim] {
    [
      Claim(
        .place, Table(category: standard.category, group: standard.group),
        position: standard.position),
      Claim(briefName: Array(standard.briefName.utf8)),
      Claim(.formalName, name: Array(standard.formalName.utf8)),
    ]
  }
}
