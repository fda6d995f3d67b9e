/// How far a walk below one tree goes.
///
/// A tree of a few kB can hold another ten times over, and so on: a million paths, or one that is
/// thousands of folders deep.
struct TreeLimit {
  /// Of files and folders.
  let entries: Int
  /// Of folders in each other.
  let depth: Int

  /// Much further than a portfolio reaches.
  static let portfolio = TreeLimit(entries: 100_000, depth: 16)
  /// Many times a portfolio, as other things may stand beside it; newer versions of git check out no
  /// folders that are deeper in each other.
  static let wholeTree = TreeLimit(entries: 500_000, depth: 2048)
  /// Of one tree, in bytes: of as many entries as a portfolio can have, with long names.
  static let bytes = 16 << 20

  /// Lets a walk go on to another entry, which is in `depth` folders.
  func check(count: Int, depth: Int, below tree: ObjectID) throws(CallError) {
    guard count <= entries else { throw tooManyEntries(tree) }
    guard depth <= self.depth else {
      throw CallError(.oversizedTree(tree.hex), "folders more than \(self.depth) deep")
    }
  }

  func tooManyEntries(_ tree: ObjectID) -> CallError {
    CallError(.oversizedTree(tree.hex), "more than \(entries) files and folders")
  }
}
