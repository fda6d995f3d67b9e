import CLibgit2

/// The tree and the parents of a commit, from the first lines of the stored object alone: what else
/// is in it need not be well-formed.
struct CommitHead: Hashable {
  let tree: ObjectID
  let parents: [ObjectID]

  init(tree: ObjectID, parents: [ObjectID]) {
    self.tree = tree
    self.parents = parents
  }

  /// Reads a commit, whose id libgit2 holds against its bytes.
  ///
  /// - Parameter database: The repository's, as `git_repository_odb` gives it.
  init(_ id: ObjectID, in database: OpaquePointer?) throws(CallError) {
    var object: OpaquePointer?
    defer { git_odb_object_free(object) }
    var raw = id.raw
    try check("git_odb_read", git_odb_read(&object, database, &raw))
    let bytes = UnsafeRawBufferPointer(
      start: git_odb_object_data(object), count: git_odb_object_size(object))
    guard git_odb_object_type(object) == GIT_OBJECT_COMMIT, let head = CommitHead(bytes) else {
      throw CallError(.corruptObject, "\(id.hex) is no commit")
    }
    self = head
  }

  /// `tree ID` and any number of `parent ID`, a line each.
  private init?(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes[...]
    func id(after key: String) -> ObjectID? {
      let length = key.utf8.count + 41
      guard rest.count >= length, rest.starts(with: key.utf8) else { return nil }
      let line = rest.prefix(length)
      guard line.last == UInt8(ascii: "\n") else { return nil }
      rest = rest.dropFirst(length)
      return ObjectID(
        hex: String(decoding: line.dropFirst(key.utf8.count).dropLast(), as: UTF8.self))
    }
    guard let tree = id(after: "tree ") else { return nil }
    var parents: [ObjectID] = []
    while let parent = id(after: "parent ") { parents.append(parent) }
    self.init(tree: tree, parents: parents)
  }
}
