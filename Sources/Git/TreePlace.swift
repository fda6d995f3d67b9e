/// A folder on a walk through one or two trees. It holds its parent instead of its whole path, as
/// folders may be nested thousands deep.
final class TreePlace {
  /// The folder's id in each tree, or nil where the tree has no such folder.
  let old: ObjectID?
  let new: ObjectID?
  let depth: Int
  private let name: String
  private let above: TreePlace?

  init(old: ObjectID?, new: ObjectID?, name: String, depth: Int, above: TreePlace?) {
    (self.old, self.new) = (old, new)
    (self.name, self.depth, self.above) = (name, depth, above)
  }

  /// The whole path, with a final slash.
  private(set) lazy var path: String = {
    let places = sequence(first: self) { $0.above }
    return places.map(\.name).reversed().joined()
  }()
}
