extension Repository {
  /// The lineage of some commits, read from the commits themselves.
  ///
  /// - Parameter start: A commit whose ancestors are not needed. Where every path back from the
  ///   tips leads to it, nothing before it is read; otherwise everything is.
  /// - Throws: `RepositoryProblem` of kind `shallow` where the history is cut off.
  package func lineage(
    of tips: [ObjectID], from start: ObjectID? = nil
  ) throws(RepositoryProblem) -> Lineage {
    guard !isShallow else { throw RepositoryProblem(.shallow, path: gitDirectory) }
    return try run { () throws(CallError) -> Lineage in
      if let start {
        let steps = try steps(back: tips) { id throws(CallError) in
          id == start ? [] : try head(of: id).parents
        }
        let isRound = steps.contains { $0.commit != start && $0.parents.isEmpty }
        if !isRound { return Lineage(steps) }
      }
      return Lineage(
        try steps(back: tips + [start].compactMap { $0 }) { id throws(CallError) in
          try head(of: id).parents
        })
    }
  }

  /// Every commit reachable from the tips, by the parents that a closure returns; parents before
  /// children.
  func steps<Failure>(
    back tips: [ObjectID], parents: (ObjectID) throws(Failure) -> [ObjectID]
  ) throws(Failure) -> [(commit: ObjectID, parents: [ObjectID])] {
    var steps: [(commit: ObjectID, parents: [ObjectID])] = []
    var known: [ObjectID: [ObjectID]] = [:]
    var placed: Set<ObjectID> = []
    var stack = Array(tips.reversed())
    while let id = stack.last {
      if let parents = known[id] {
        stack.removeLast()
        if placed.insert(id).inserted { steps.append((id, parents)) }
      } else {
        let parents = try parents(id)
        known[id] = parents
        stack += parents.filter { known[$0] == nil }
      }
    }
    return steps
  }

  /// Whether a commit equals another or is reachable from it.
  package func isAncestor(
    _ commit: ObjectID, of other: ObjectID
  ) throws(RepositoryProblem) -> Bool {
    try lineage(of: [other], from: commit).leads(from: [other], to: commit)
  }
}
