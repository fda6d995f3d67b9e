extension Repository {
  /// Every commit reachable from a tip, parents before children.
  ///
  /// - Throws: `RepositoryProblem` of kind `shallow` where the history is cut off.
  package func ancestry(of tip: ObjectID) throws(RepositoryProblem) -> [Commit] {
    guard !isShallow else { throw RepositoryProblem(.shallow, path: gitDirectory) }
    var commits: [ObjectID: Commit] = [:]
    let steps = try steps(back: [tip]) { id throws(RepositoryProblem) in
      let commit = try commit(id)
      commits[id] = commit
      return commit.parents
    }
    return steps.compactMap { commits[$0.commit] }
  }

  /// The id of the folder at a path of a tree, or nil.
  package func folder(
    at path: String, inTree root: ObjectID
  ) throws(RepositoryProblem) -> ObjectID? {
    try run { () throws(CallError) -> ObjectID? in
      guard let found = try entry(at: path, inTree: root), found.isTree else { return nil }
      return found.id
    }
  }

  /// The folders in a tree, each with its id, in git's order.
  package func folders(
    inTree id: ObjectID
  ) throws(RepositoryProblem) -> [(name: String, id: ObjectID)] {
    try run { () throws(CallError) -> [(name: String, id: ObjectID)] in
      try entries(of: id).filter(\.isTree).map { ($0.name, $0.id) }
    }
  }

  /// All files of a tree at any depth, by their paths in it; links count as files.
  package func files(inTree id: ObjectID) throws(RepositoryProblem) -> [TreeFile] {
    try run { () throws(CallError) -> [TreeFile] in
      try files(below: id, "")
    }
  }
}
