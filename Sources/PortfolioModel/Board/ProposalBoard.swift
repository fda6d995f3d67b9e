/// All proposals; the unfinished ones are judged on the portfolio that each is to be applied to.
package struct ProposalBoard: Sendable {
  package let proposals: [ProposalEntry]
  package let base: Portfolio
  let names: ProposalFileNames
  package let today: CalendarDate
  /// The judgements of readable drafts and open proposals, by number. Only these are checked for
  /// conflicts.
  package let judgements: [Int: ProposalJudgement]
  let conflictCheck: ConflictCheck

  /// - Parameter numbers: The proposals to judge, or nil for all. Each takes time, as does each
  ///   pair that may affect each other.
  package init(
    _ proposals: [ProposalEntry], on base: Portfolio, names: ProposalFileNames,
    today: CalendarDate, judging numbers: [Int]? = nil
  ) {
    self.proposals = proposals
    self.base = base
    self.names = names
    self.today = today
    var judgements: [Int: ProposalJudgement] = [:]
    var grounds = ProposalGrounds(base)
    let baseFindings = numbers?.isEmpty == true ? [] : base.comparableFindings(on: today)
    for entry in proposals where !entry.isClosed {
      if let numbers, !numbers.contains(entry.number) { continue }
      guard let proposal = entry.proposal else { continue }
      let predecessors = ProposalBoard.predecessors(of: entry, in: proposals)
      judgements[entry.number] = ProposalJudgement(
        proposal, on: grounds.ground(behind: predecessors), today: today,
        isDraft: entry.status == .draft,
        baseFindings: predecessors.isEmpty ? baseFindings : nil)
    }
    self.judgements = judgements
    conflictCheck = ConflictCheck(proposals, base, judgements, today: today)
  }

  /// Every conflict between two judged proposals, including drafts, in the order of numbers.
  package var conflicts: [ProposalConflict] { conflictCheck.conflicts }

  package var unfinished: [ProposalEntry] { proposals.filter { !$0.isClosed } }

  /// The base with all unfinished proposals applied that a proposal comes after.
  package static func ground(
    for entry: ProposalEntry, in proposals: [ProposalEntry], _ base: Portfolio
  ) -> Portfolio {
    predecessors(of: entry, in: proposals).reduce(base) { portfolio, predecessor in
      guard let proposal = predecessor.proposal else { return portfolio }
      return Application(proposal, to: portfolio).portfolio
    }
  }

  /// The unfinished proposals that a proposal comes after, in the order in which they are applied.
  package static func predecessors(
    of entry: ProposalEntry, in proposals: [ProposalEntry]
  ) -> [ProposalEntry] {
    var order: [ProposalEntry] = []
    var visited: Set<Int> = [entry.number]
    func visit(_ numbers: [Int]) {
      for number in numbers where visited.insert(number).inserted {
        guard let next = proposals.numbered(number), !next.isClosed else { continue }
        visit(next.proposal?.after ?? [])
        order.append(next)
      }
    }
    visit(entry.proposal?.after ?? [])
    return order
  }

  /// The given proposals, sorted so that each follows those that it names under `after`.
  package func sorted(_ numbers: [Int]) -> [ProposalEntry] {
    var order: [ProposalEntry] = []
    var visited: Set<Int> = []
    func visit(_ number: Int) {
      guard visited.insert(number).inserted, let entry = proposals.numbered(number) else { return }
      for before in (entry.proposal?.after ?? []).sorted() where numbers.contains(before) {
        visit(before)
      }
      order.append(entry)
    }
    for number in numbers.sorted() { visit(number) }
    return order
  }
}
