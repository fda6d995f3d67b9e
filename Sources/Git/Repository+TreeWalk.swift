/// A file or folder on a walk through one tree, or through two trees side by side.
struct TreeStep {
  let old: StoredEntry?
  let new: StoredEntry?
  /// The folder that holds it.
  let folder: TreePlace

  var path: String { folder.path + ((new ?? old)?.name ?? "") }
}

extension Repository {
  /// Walks the differences between two trees; nil is the empty tree. Each folder's own entries come
  /// first, in git's order, then those of its subfolders. Folders with equal ids are not read.
  ///
  /// - Parameters:
  ///   - path: The path of the trees: empty, or with a final slash.
  ///   - depth: The number of folders around the entries of these trees.
  ///   - visit: Called for each step; returns whether to walk into a folder.
  /// - Throws: `CallError` of kind `oversizedTree` beyond the limits of the walk.
  func walk(
    from old: ObjectID? = nil, to new: ObjectID?, below path: String, depth: Int = 1,
    within limit: TreeLimit, visit: (TreeStep) throws(CallError) -> Bool
  ) throws(CallError) {
    guard old != new, let top = new ?? old else { return }
    var count = 0
    var waiting = [TreePlace(old: old, new: new, name: path, depth: depth, above: nil)]
    while let place = waiting.popLast() {
      for (old, new) in try pairs(in: place) {
        count += 1
        try limit.check(count: count, depth: place.depth, below: top)
        if old?.id == new?.id, old?.rawMode == new?.rawMode { continue }
        let step = TreeStep(old: old, new: new, folder: place)
        guard try visit(step) else { continue }
        guard old?.folder ?? new?.folder != nil else { continue }
        waiting.append(
          TreePlace(
            old: old?.folder, new: new?.folder, name: ((new ?? old)?.name ?? "") + "/",
            depth: place.depth + 1, above: place))
      }
    }
  }

  /// The entries in which a folder may differ between two trees, paired by name: those of the new
  /// tree, then the removed ones.
  private func pairs(
    in place: TreePlace
  ) throws(CallError) -> [(old: StoredEntry?, new: StoredEntry?)] {
    guard let new = place.new else {
      let old = try place.old.map { id throws(CallError) in try entries(of: id) } ?? []
      return old.map { ($0, nil) }
    }
    guard let old = place.old else { return try entries(of: new).map { (nil, $0) } }
    let (before, after) = try differing(old, new)
    var left: [[UInt8]: StoredEntry] = [:]
    for entry in before { left[entry.bytes] = entry }
    let kept = after.map { (old: left.removeValue(forKey: $0.bytes), new: Optional($0)) }
    return kept + before.filter { left[$0.bytes] != nil }.map { ($0, nil) }
  }

  /// The entries of two trees without those that both begin or end with.
  private func differing(
    _ old: ObjectID, _ new: ObjectID
  ) throws(CallError) -> (old: [StoredEntry], new: [StoredEntry]) {
    let before = try storedTree(old)
    let after = try storedTree(new, near: before)
    let ranges = StoredTree.differing(before, after)
    return (before.entries(ranges.old), after.entries(ranges.new))
  }

  /// The folders in which two trees differ, each with its id in both; nil is the empty tree.
  package func folderChanges(
    from old: ObjectID?, to new: ObjectID?
  ) throws(RepositoryProblem) -> [FolderChange] {
    guard old != new else { return [] }
    let place = TreePlace(old: old, new: new, name: "", depth: 1, above: nil)
    return try run { () throws(CallError) -> [FolderChange] in
      try pairs(in: place).filter { $0.old?.folder != $0.new?.folder }.map {
        FolderChange(
          name: ($0.new ?? $0.old)?.name ?? "", old: $0.old?.folder, new: $0.new?.folder)
      }
    }
  }
}
