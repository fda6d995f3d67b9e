import CLibgit2

/// The tree and the parents of a commit. Only the first lines of the stored object are read; the
/// rest need not be well-formed.
struct CommitHead: Hashable {
  let tree: ObjectID
  let parents: [ObjectID]

  /// Removes the lines `tree ID` and any number of `parent ID` from the start of a commit's bytes;
  /// returns nil where git itself can't read them.
  init?(_ rest: inout ArraySlice<UInt8>) {
    guard let tree = CommitHead.id("tree ", &rest) else { return nil }
    var parents: [ObjectID] = []
    while rest.starts(with: "parent ".utf8) {
      guard let parent = CommitHead.id("parent ", &rest) else { return nil }
      parents.append(parent)
    }
    self.tree = tree
    self.parents = parents
  }

  private static func id(_ name: String, _ rest: inout ArraySlice<UInt8>) -> ObjectID? {
    let line = rest.prefix(name.utf8.count + 41)
    guard line.starts(with: name.utf8), line.last == UInt8(ascii: "\n") else { return nil }
    rest = rest.dropFirst(line.count)
    return ObjectID(
      hex: String(decoding: line.dropFirst(name.utf8.count).dropLast(), as: UTF8.self))
  }
}

extension Repository {
  /// Reads the head of a commit; libgit2 checks the id against the bytes.
  func head(of commit: ObjectID) throws(CallError) -> CommitHead {
    let object = try stored(commit)
    var bytes = object.bytes[...]
    guard object.kind == GIT_OBJECT_COMMIT, let head = CommitHead(&bytes) else {
      throw CallError(.corruptObject, "\(commit.hex) is not a commit")
    }
    return head
  }
}
