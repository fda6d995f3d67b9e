/// Proposals by number; of two with one number the first.
struct ProposalNumbers {
  private let entries: [Int: ProposalEntry]

  init(_ proposals: [ProposalEntry]) {
    entries = Dictionary(proposals.map { ($0.number, $0) }) { first, _ in first }
  }

  subscript(number: Int) -> ProposalEntry? { entries[number] }

  /// The unfinished proposals that a proposal comes after, in the order in which they are applied.
  func predecessors(of entry: ProposalEntry) -> [ProposalEntry] {
    var order: [ProposalEntry] = []
    var visited: Set<Int> = [entry.number]
    func visit(_ numbers: [Int]) {
      for number in numbers where visited.insert(number).inserted {
        guard let next = entries[number], !next.isClosed else { continue }
        visit(next.proposal?.after ?? [])
        order.append(next)
      }
    }
    visit(entry.proposal?.after ?? [])
    return order
  }
}
