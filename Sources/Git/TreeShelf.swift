/// The trees that were read last, by id. One commit's trees are asked for again and again, and are
/// nearly those of the next commit.
final class TreeShelf {
  private static let most = 64
  private static let mostBytes = 8 << 20

  private var trees: [ObjectID: StoredTree] = [:]
  /// The ids in the order in which the trees were read.
  private var order: [ObjectID] = []
  private var bytes = 0

  /// The last tree that has so many entries that a tree like it is better compared than read.
  private(set) var large: StoredTree?

  /// The last tree on the way to a path, by its depth.
  private var onTheWay: [StoredTree] = []

  subscript(id: ObjectID) -> StoredTree? { trees[id] }

  /// The last tree at a depth that was on the way to a path.
  func last(at depth: Int) -> StoredTree? { depth < onTheWay.count ? onTheWay[depth] : nil }

  /// Notes a tree on the way to a path; those above it were noted before.
  func note(_ tree: StoredTree, at depth: Int) {
    if depth < onTheWay.count { onTheWay[depth] = tree } else { onTheWay.append(tree) }
  }

  func keep(_ tree: StoredTree, as id: ObjectID) {
    guard trees.updateValue(tree, forKey: id) == nil else { return }
    if tree.count > StoredTree.compared { large = tree }
    order.append(id)
    bytes += tree.bytes.count
    while order.count > 1, order.count > TreeShelf.most || bytes > TreeShelf.mostBytes {
      bytes -= trees.removeValue(forKey: order.removeFirst())?.bytes.count ?? 0
    }
  }
}
