/// The limits of a walk below one tree.
///
/// A tree of a few kB can hold another tree ten times, which holds another ten times, and so on: a
/// million paths, or a path thousands of folders deep.
struct TreeLimit {
  /// The number of files and folders.
  let entries: Int
  /// The number of nested folders.
  let depth: Int

  /// Far more than a portfolio needs.
  static let portfolio = TreeLimit(entries: 130_000, depth: 16)
  /// Many times the size of a portfolio, as a repository may hold other things too. The depth is
  /// the one at which newer versions of git refuse to check out.
  static let wholeTree = TreeLimit(entries: 500_000, depth: 2048)
  /// The size of one tree in bytes: enough for as many entries as a portfolio can have, with long
  /// names.
  static let bytes = 16 << 20

  /// Throws where a walk may not go on to another entry, which is `depth` folders deep.
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
