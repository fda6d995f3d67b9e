/// How far a walk below one tree goes: much further than a portfolio reaches.
///
/// A tree of a few kB can hold another ten times over, and so on: a million paths, or one that is
/// thousands of folders deep.
struct TreeLimit {
  /// Of files and folders.
  static let entries = 100_000
  /// Of one tree, in bytes: of that many entries, with long names.
  static let bytes = 16 << 20
  /// Of folders in each other.
  static let depth = 16

  private let tree: ObjectID
  private var count = 0

  init(_ tree: ObjectID) { self.tree = tree }

  /// Counts an entry; one right in the tree is at depth 1.
  mutating func visit(depth: Int) throws(CallError) {
    count += 1
    guard count <= TreeLimit.entries else { throw TreeLimit.tooManyEntries(tree.hex) }
    guard depth <= TreeLimit.depth else {
      throw CallError(.oversizedTree(tree.hex), "folders more than \(TreeLimit.depth) deep")
    }
  }

  static func tooManyEntries(_ tree: String) -> CallError {
    CallError(.oversizedTree(tree), "more than \(TreeLimit.entries) files and folders")
  }
}
