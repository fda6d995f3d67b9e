package import PortfolioModel

/// The proposals of a snapshot, each judged on the base it asks for.
package struct ProposalBoard: Sendable {
  package let snapshot: Snapshot
  package let base: Portfolio
  package let today: CalendarDate
  /// By number, of the proposals that are still open or drafts and could be read; only of these
  /// are conflicts found.
  package let judgements: [Int: ProposalJudgement]
  /// Every conflict between two of these, drafts included, in the order of numbers.
  package let conflicts: [ProposalConflict]
  /// How many pairs of these meet without changing the same.
  let pairs: Int
  /// How many of the pairs were not judged together, as they are too many.
  let unjudgedPairs: Int

  /// Returns nil where the snapshot holds no readable portfolio.
  ///
  /// - Parameter numbers: The proposals to judge, or nil for all: each costs time, and each
  ///   pair that meets.
  package init?(_ snapshot: Snapshot, today: CalendarDate, judging numbers: [Int]? = nil) {
    guard let base = snapshot.portfolio else { return nil }
    self.snapshot = snapshot
    self.base = base
    self.today = today
    var judgements: [Int: ProposalJudgement] = [:]
    var grounds = ProposalGrounds(base)
    let baseFindings = numbers?.isEmpty == true ? [] : base.comparableFindings(on: today)
    for entry in snapshot.proposals where !entry.isClosed {
      if let numbers, !numbers.contains(entry.number) { continue }
      guard let proposal = entry.proposal else { continue }
      let predecessors = ProposalBoard.predecessors(of: entry, in: snapshot)
      judgements[entry.number] = ProposalJudgement(
        proposal, on: grounds.ground(behind: predecessors), today: today,
        isDraft: entry.status == .draft,
        baseFindings: predecessors.isEmpty ? baseFindings : nil)
    }
    self.judgements = judgements
    let check = ConflictCheck(snapshot, base, judgements, today: today)
    (conflicts, pairs, unjudgedPairs) = (check.conflicts, check.pairs, check.unjudged)
  }

  package var unfinished: [ProposalEntry] { snapshot.proposals.filter { !$0.isClosed } }

  /// The base with everything applied that a proposal comes after.
  package static func ground(
    for entry: ProposalEntry, in snapshot: Snapshot, _ base: Portfolio
  ) -> Portfolio {
    predecessors(of: entry, in: snapshot).reduce(base) { portfolio, predecessor in
      guard let proposal = predecessor.proposal else { return portfolio }
      return Application(proposal, to: portfolio).portfolio
    }
  }

  /// The unfinished proposals that one comes after, in the order in which they are to be applied.
  package static func predecessors(
    of entry: ProposalEntry, in snapshot: Snapshot
  ) -> [ProposalEntry] {
    var order: [ProposalEntry] = []
    var visited: Set<Int> = [entry.number]
    func visit(_ numbers: [Int]) {
      for number in numbers where visited.insert(number).inserted {
        guard let next = snapshot.proposal(number), !next.isClosed else { continue }
        visit(next.proposal?.after ?? [])
        order.append(next)
      }
    }
    visit(entry.proposal?.after ?? [])
    return order
  }

  /// The given proposals sorted so that each comes behind those it names under `after`.
  package func sorted(_ numbers: [Int]) -> [ProposalEntry] {
    var order: [ProposalEntry] = []
    var visited: Set<Int> = []
    func visit(_ number: Int) {
      guard visited.insert(number).inserted, let entry = snapshot.proposal(number) else { return }
      for before in (entry.proposal?.after ?? []).sorted() where numbers.contains(before) {
        visit(before)
      }
      order.append(entry)
    }
    for number in numbers.sorted() { visit(number) }
    return order
  }
}
