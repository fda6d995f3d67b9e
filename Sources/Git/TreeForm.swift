/// The form in which git writes trees. Programs read a tree of another form in different ways.
enum TreeForm {
  /// - Throws: `CallError` of kind `malformedTree` where a name is not valid, occurs twice (even as
  ///   a file and as a folder), or is out of order.
  static func check(_ entries: [StoredEntry], of tree: ObjectID) throws(CallError) {
    var names = Set<[UInt8]>(minimumCapacity: entries.count)
    var last: [UInt8] = []
    for entry in entries {
      guard isName(entry.bytes) else {
        throw malformed(tree, "'\(entry.name)' can't be the name of a file or folder")
      }
      guard names.insert(entry.bytes).inserted else {
        throw malformed(tree, "it holds '\(entry.name)' twice")
      }
      let key = key(of: entry)
      guard last.lexicographicallyPrecedes(key) else {
        throw malformed(tree, "'\(entry.name)' is out of order")
      }
      last = key
    }
  }

  private static func malformed(_ tree: ObjectID, _ reason: String) -> CallError {
    CallError(.malformedTree(tree.hex), reason)
  }

  /// The bytes by which an entry is sorted: a folder sorts as if its name ended in a slash.
  static func key(of entry: StoredEntry) -> [UInt8] { key(entry.bytes, isFolder: entry.isTree) }

  static func key(_ name: [UInt8], isFolder: Bool) -> [UInt8] {
    isFolder ? name + [UInt8(ascii: "/")] : name
  }

  /// Whether a name is valid: not empty, without slashes, and not `.`, `..` or git's own folder.
  static func isName(_ bytes: [UInt8]) -> Bool {
    guard !bytes.isEmpty, !bytes.contains(UInt8(ascii: "/")) else { return false }
    if bytes.count <= 2, bytes.allSatisfy({ $0 == UInt8(ascii: ".") }) { return false }
    return !NameForm.isGitFolder(bytes)
  }
}
