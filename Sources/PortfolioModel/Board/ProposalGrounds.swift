/// The grounds on which proposals that come after others are judged: the base with those others
/// applied. Each is computed once, as hundreds of proposals may come after each other.
struct ProposalGrounds {
  private let base: ProposalGround
  private var known: [[Int]: ProposalGround] = [:]

  init(_ base: ProposalGround) { self.base = base }

  /// The base with some proposals applied.
  ///
  /// - Parameter predecessors: The proposals, in the order in which they are applied.
  mutating func ground(behind predecessors: [ProposalEntry]) -> ProposalGround {
    var start = predecessors.count
    var ground = base
    while start > 0 {
      if let known = known[predecessors[..<start].map(\.number)] {
        ground = known
        break
      }
      start -= 1
    }
    for index in start..<predecessors.count {
      if let proposal = predecessors[index].proposal { ground = ground.applying(proposal) }
      known[predecessors[...index].map(\.number)] = ground
    }
    return ground
  }
}
