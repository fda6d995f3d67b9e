/// The proposals of the made history, in the order of their numbers: accepted ones, then open ones.
/// Two of three re-rate, which all records allow; one rewords, which most do.
struct Plan {
  private(set) var accepted: [PlannedProposal] = []
  private(set) var open: [PlannedProposal] = []

  /// - Parameter ready: How many of the open ones are reviewed enough.
  init(for portfolio: MadePortfolio, accepted: Int, open: Int, seed: UInt64) {
    var random = Random(seed ^ 2)
    var state = portfolio
    for number in 1...max(1, accepted) where number <= accepted {
      let record = random.below(portfolio.count)
      self.accepted.append(Plan.proposal(number, on: record, &state, &random))
    }
    // One each on a record: no two are in conflict.
    var touched: Set<Int> = []
    for record in random.distinct(open, below: portfolio.count) {
      let proposal = Plan.proposal(
        accepted + self.open.count + 1, on: record, besides: touched, &state, &random)
      touched.insert(proposal.record)
      self.open.append(proposal)
    }
  }

  /// A proposal on a record, or on the next one that can be changed.
  private static func proposal(
    _ number: Int, on start: Int, besides touched: Set<Int> = [], _ state: inout MadePortfolio,
    _ random: inout Random
  ) -> PlannedProposal {
    let isEditorial = number % 3 == 0
    var record = start
    while touched.contains(record)
      || (isEditorial ? state.base(of: record).scope : state.base(of: record).tooling) == nil
    {
      record = (record + 1) % state.count
    }
    let first = random.below(Committee.reviewers.count)
    let second = (first + 1) % Committee.reviewers.count
    let reviewers = [first, second].prefix(isEditorial ? 1 : 2).map { Committee.reviewers[$0] }
    let (from, to): (String, String)
    if isEditorial {
      let made = state.base(of: record).scope ?? ""
      from = state.scope[record] ?? made
      to = "\(made.hasSuffix(".") ? String(made.dropLast()) : made) as worded in round \(number)."
      state.scope[record] = to
    } else {
      from = state.tooling[record] ?? state.base(of: record).tooling ?? ""
      to = from == "low" ? "moderate" : from == "moderate" ? "high" : "moderate"
      state.tooling[record] = to
    }
    // A commit names reviewers in the order of their files.
    return PlannedProposal(
      number: number, standard: state.id(record), record: record, isEditorial: isEditorial,
      from: from, to: to, reviewers: reviewers.sorted { $0.id < $1.id })
  }
}
