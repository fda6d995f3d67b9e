import Diagnostics
import Git
import PortfolioModel
import Records
import Store

/// The objects that prove a commit: all commits that lead to it, and of their trees what is below the
/// portfolio's two folders, without the forms that came in to ballots, which are nobody else's.
struct EditionObjects {
  private(set) var objects: [ObjectID: RawObject] = [:]

  /// The objects as the files of an edition, each called by its id.
  var files: [EditionParts.File] {
    objects.map { ("\(EditionObjects.start)\($0.key.hex)", $0.value.stored) }
  }

  static let start = "objects/"

  init(of commit: ObjectID, in workspace: borrowing Workspace) throws(Refusal) {
    let ways = Layout.folders.map { (workspace.prefix + $0).split(separator: "/").map(String.init) }
    for commit in try workspace.ancestry(of: commit) {
      _ = try take(commit.id, workspace)
      for way in ways { try follow(way[...], from: commit.tree, workspace) }
    }
  }

  /// Takes an object; nil where it is taken already.
  private mutating func take(
    _ id: ObjectID, _ workspace: borrowing Workspace
  ) throws(Refusal) -> RawObject? {
    guard objects[id] == nil else { return nil }
    let object = try workspace.withRepository { try $0.object(id) }
    objects[id] = object
    return object
  }

  /// Takes the trees on the way to a folder, and all below it.
  private mutating func follow(
    _ way: ArraySlice<String>, from tree: ObjectID, _ workspace: borrowing Workspace
  ) throws(Refusal) {
    guard let step = way.first else { return try takeAll(below: tree, workspace, "") }
    _ = try take(tree, workspace)
    let next = objects[tree]?.entries?.first { $0.name.hasSameBytes(as: step) }
    guard let next, EditionObjects.isFolder(next.mode) else {
      if let next, EditionObjects.isFile(next.mode) { _ = try take(next.id, workspace) }
      return
    }
    try follow(way.dropFirst(), from: next.id, workspace)
  }

  private mutating func takeAll(
    below tree: ObjectID, _ workspace: borrowing Workspace, _ name: String
  ) throws(Refusal) {
    guard let object = try take(tree, workspace), let entries = object.entries else { return }
    for entry in entries {
      if EditionObjects.isFolder(entry.mode) {
        try takeAll(below: entry.id, workspace, entry.name)
      } else if EditionObjects.isFile(entry.mode), !name.hasSameBytes(as: Layout.originalsName) {
        _ = try take(entry.id, workspace)
      }
    }
  }

  private static func isFolder(_ mode: String) -> Bool { mode == "40000" }
  private static func isFile(_ mode: String) -> Bool { mode != "160000" && mode != "40000" }
}
