package import Git

/// What a run is about to do to a branch and to the files of its worktree. It is written before the
/// branch moves and removed when the files are updated, so that the next run can finish a killed
/// one.
package struct Journal: Hashable, Sendable {
  /// A path from the repository's root, with its blobs before and after; nil where no file is
  /// there.
  package struct Entry: Hashable, Sendable {
    package let path: String
    package let old: ObjectID?
    package let new: ObjectID?

    package init(path: String, old: ObjectID?, new: ObjectID?) {
      self.path = path
      self.old = old
      self.new = new
    }
  }

  /// The branch's full name.
  package let branch: String
  package let old: ObjectID
  package let new: ObjectID
  package let entries: [Entry]

  package init(branch: String, old: ObjectID, new: ObjectID, entries: [Entry]) {
    self.branch = branch
    self.old = old
    self.new = new
    self.entries = entries
  }

  var paths: [String] { entries.map(\.path) }
}

extension Journal {
  /// Describes a branch's move between two commits that differ in the given paths.
  package init(
    _ branch: String, from old: ObjectID, to new: ObjectID, paths: [String],
    in repository: borrowing Repository
  ) throws(RepositoryProblem) {
    let (oldTree, newTree) = (try repository.commit(old).tree, try repository.commit(new).tree)
    var entries: [Entry] = []
    for path in paths {
      let entry = Entry(
        path: path, old: try repository.file(at: path, inTree: oldTree)?.id,
        new: try repository.file(at: path, inTree: newTree)?.id)
      if entry.old != entry.new { entries.append(entry) }
    }
    self.init(branch: branch, old: old, new: new, entries: entries)
  }

  // MARK: - Text

  private static let heading = "rspmaint-journal 1"

  /// The journal as fields that each end with a zero byte, which no path can hold: heading, branch,
  /// both commits, the number of paths, and for each path its two blobs and the path.
  package var bytes: [UInt8] {
    let heads = [Journal.heading, branch, old.hex, new.hex, String(entries.count)]
    let rest = entries.flatMap { [$0.old?.hex ?? "", $0.new?.hex ?? "", $0.path] }
    return (heads + rest).flatMap { Array($0.utf8) + [0] }
  }

  /// Returns nil where the bytes are not a complete journal in this version's form.
  package init?(_ bytes: [UInt8]) {
    var fields = bytes.split(separator: 0, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard fields.popLast() == "", fields.count >= 5, fields[0] == Journal.heading,
      let old = ObjectID(hex: fields[2]), let new = ObjectID(hex: fields[3]),
      let count = Int(fields[4]), count >= 0, fields.count - 5 == count * 3
    else { return nil }
    var entries: [Entry] = []
    for start in stride(from: 5, to: fields.count, by: 3) {
      let ids = fields[start...start + 1].map { ObjectID(hex: $0) }
      guard zip(ids, fields[start...start + 1]).allSatisfy({ ($0 == nil) == $1.isEmpty })
      else { return nil }
      entries.append(Entry(path: fields[start + 2], old: ids[0], new: ids[1]))
    }
    self.init(branch: fields[1], old: old, new: new, entries: entries)
  }
}
