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
  let numbered: ProposalNumbers

  /// - Parameter numbers: The proposals to judge, or nil for all. Each takes time, as does each
  ///   pair that may affect each other.
  /// - Parameter ground: What is known of the base, where something is.
  package init(
    _ proposals: [ProposalEntry], on base: Portfolio, names: ProposalFileNames,
    today: CalendarDate, judging numbers: [Int]? = nil, ground: ProposalGround? = nil
  ) {
    self.proposals = proposals
    self.base = base
    self.names = names
    self.today = today
    var judgements: [Int: ProposalJudgement] = [:]
    var sides: [ConflictCheck.Side] = []
    numbered = ProposalNumbers(proposals)
    let judged = proposals.filter { entry in
      !entry.isClosed && numbers?.contains(entry.number) ?? true
    }
    guard !judged.isEmpty else {
      self.judgements = [:]
      conflictCheck = ConflictCheck()
      return
    }
    let ground = ground?.begun() ?? ProposalGround(base, today: today)
    var grounds = ProposalGrounds(ground)
    for entry in judged {
      guard let proposal = entry.proposal else { continue }
      let predecessors = numbered.predecessors(of: entry)
      let behind = grounds.ground(behind: predecessors)
      let judgement = ProposalJudgement(proposal, on: behind, isDraft: entry.status == .draft)
      judgements[entry.number] = judgement
      sides.append(
        ConflictCheck.Side(
          judgement, after: predecessors, on: ground, behind.changes(with: judgement.change)))
    }
    self.judgements = judgements
    conflictCheck = ConflictCheck(sides, on: ground)
  }

  /// Every conflict between two judged proposals, including drafts, in the order of numbers.
  package var conflicts: [ProposalConflict] { conflictCheck.conflicts }

  package var unfinished: [ProposalEntry] { proposals.filter { !$0.isClosed } }

  /// The judgement of a proposal that comes after no unfinished one, so that it was judged on the base.
  package func judgementOnBase(of entry: ProposalEntry) -> ProposalJudgement? {
    numbered.predecessors(of: entry).isEmpty ? judgements[entry.number] : nil
  }

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
    ProposalNumbers(proposals).predecessors(of: entry)
  }

  /// The given proposals, sorted so that each follows those that it names under `after`.
  package func sorted(_ numbers: [Int]) -> [ProposalEntry] {
    var order: [ProposalEntry] = []
    var visited: Set<Int> = []
    let wanted = Set(numbers)
    func visit(_ number: Int) {
      guard visited.insert(number).inserted, let entry = numbered[number] else { return }
      for before in (entry.proposal?.after ?? []).sorted() where wanted.contains(before) {
        visit(before)
      }
      order.append(entry)
    }
    for number in numbers.sorted() { visit(number) }
    return order
  }
}
