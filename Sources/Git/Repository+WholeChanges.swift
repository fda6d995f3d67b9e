extension Repository {
  /// All files that differ between two trees, in the order of bytes. Folders with equal ids are not
  /// read.
  package func changes(
    from old: ObjectID, to new: ObjectID
  ) throws(RepositoryProblem) -> [TreeChange] {
    try run { () throws(CallError) -> [TreeChange] in
      var changes: [TreeChange] = []
      try walk(from: old, to: new, below: "", within: .wholeTree) { step in
        let (before, after) = (step.old?.file(at: step.path), step.new?.file(at: step.path))
        if before != after { changes.append(TreeChange(path: step.path, old: before, new: after)) }
        return true
      }
      return changes.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
  }
}
