/// A folder on a walk through one or two trees, which knows its way back instead of its whole path:
/// folders may be thousands deep.
final class TreePlace {
  /// The folder in each tree, or nil where it is none.
  let old: ObjectID?
  let new: ObjectID?
  let depth: Int
  private let name: String
  private let above: TreePlace?

  init(old: ObjectID?, new: ObjectID?, name: String, depth: Int, above: TreePlace?) {
    (self.old, self.new) = (old, new)
    (self.name, self.depth, self.above) = (name, depth, above)
  }

  /// With its slash.
  private(set) lazy var path: String = {
    let places = sequence(first: self) { $0.above }
    return places.map(\.name).reversed().joined()
  }()
}
