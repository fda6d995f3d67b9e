/// A file or folder of a tree that can't be checked out on some system.
package struct NameFault: Hashable, Sendable {
  package let path: String
  package let reason: String
}

extension Repository {
  /// The files and folders of a tree that can't be checked out on some system, each at its first
  /// path, and at most `count` of them. A folder that occurs at many paths is examined once.
  ///
  /// - Throws: `RepositoryProblem` of kind `malformedTree` where git itself would not write one of
  ///   the trees, and of kind `oversizedTree` where there are too many.
  package func nameFaults(
    inTree root: ObjectID, atMost count: Int
  ) throws(RepositoryProblem) -> [NameFault] {
    try run { () throws(CallError) -> [NameFault] in
      var faults: [NameFault] = []
      var seen: Set<ObjectID> = [root]
      try walk(to: root, below: "", depth: 0, within: .wholeTree) { step in
        guard let entry = step.new else { return false }
        if let reason = NameForm.fault(entry.bytes, isLink: entry.mode == .symlink),
          faults.count < count
        {
          faults.append(NameFault(path: step.path, reason: reason))
        }
        return entry.isTree && seen.insert(entry.id).inserted
      }
      return faults
    }
  }
}
