/// A file or folder of a tree that can't be checked out on some system.
package struct NameFault: Hashable, Sendable {
  package let path: String
  package let reason: String
}

extension Repository {
  /// Of files and folders that a walk for faulty names looks at: many times what a portfolio has, as
  /// other things may stand beside it.
  private static let maximumNames = 500_000
  /// Newer versions of git check out no folders that are deeper in each other.
  private static let maximumFolders = 2048

  /// Whatever in a tree can't be checked out on some system, each at its first place, and at most
  /// `count` of them. A folder that stands at many places is looked at once.
  ///
  /// - Throws: `RepositoryProblem` of kind `malformedTree` where git itself would not write one of
  ///   the trees, and of kind `oversizedTree` where there are too many.
  package func nameFaults(
    inTree root: ObjectID, atMost count: Int
  ) throws(RepositoryProblem) -> [NameFault] {
    try run { () throws(CallError) -> [NameFault] in
      var faults: [NameFault] = []
      var seen: Set<ObjectID> = [root]
      var left = Repository.maximumNames
      var waiting = [TreePlace(tree: root, name: "", above: nil)]
      while let place = waiting.popLast() {
        guard place.depth <= Repository.maximumFolders else {
          throw CallError(
            .oversizedTree(root.hex), "folders more than \(Repository.maximumFolders) deep")
        }
        let entries = try entries(of: place.tree)
        left -= entries.count
        guard left >= 0 else {
          throw CallError(
            .oversizedTree(root.hex), "more than \(Repository.maximumNames) files and folders")
        }
        for entry in entries {
          let isLink = entry.mode == .symlink
          if let reason = NameForm.fault(entry.bytes, isLink: isLink), faults.count < count {
            faults.append(NameFault(path: place.path + entry.name, reason: reason))
          }
          if entry.isTree, seen.insert(entry.id).inserted {
            waiting.append(TreePlace(tree: entry.id, name: entry.name, above: place))
          }
        }
      }
      return faults
    }
  }
}

/// A folder on a walk, which knows its way back instead of its whole path.
private final class TreePlace {
  let tree: ObjectID
  let depth: Int
  private let name: String
  private let above: TreePlace?

  init(tree: ObjectID, name: String, above: TreePlace?) {
    self.tree = tree
    self.name = name
    self.above = above
    depth = (above?.depth ?? 0) + 1
  }

  /// With its slash; the top is empty.
  var path: String {
    var names: [String] = []
    var place: TreePlace? = self
    while let current = place, current.above != nil {
      names.append(current.name + "/")
      place = current.above
    }
    return names.reversed().joined()
  }
}
