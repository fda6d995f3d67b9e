/// What proposals that come after others are judged on: the base with those applied, each once, as
/// hundreds may stand in a row.
struct ProposalGrounds {
  private let base: Portfolio
  private var known: [[Int]: Portfolio] = [:]

  init(_ base: Portfolio) { self.base = base }

  /// - Parameter predecessors: In the order in which they are to be applied.
  mutating func ground(behind predecessors: [ProposalEntry]) -> Portfolio {
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
      if let proposal = predecessors[index].proposal {
        ground = Application(proposal, to: ground).portfolio
      }
      known[predecessors[...index].map(\.number)] = ground
    }
    return ground
  }
}
