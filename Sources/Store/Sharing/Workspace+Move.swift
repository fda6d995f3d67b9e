package import Diagnostics
package import Git
import PortfolioModel
import Records

extension Workspace {
  /// Moves HEAD's branch to a commit whose objects are there, and brings index and files along, by the
  /// journal. Whoever works in the worktree keeps what they edit: then nothing moves.
  ///
  /// Returns the paths whose files were kept, as someone changed them at the last moment.
  ///
  /// - Throws: `Refusal` of kind `moved` where another program was faster.
  package func move(
    _ branch: String, from old: ObjectID, to new: ObjectID, _ objects: UnreferencedObjects,
    by committer: Identity, message: String, _ surroundings: Surroundings
  ) throws(Refusal) -> [String] {
    let changes = try movable(from: old, to: new)
    let journal = Journal(
      branch: branch, old: old, new: new,
      entries: changes.map { Journal.Entry(path: $0.path, old: $0.old?.id, new: $0.new?.id) })
    return try advance(journal, objects, by: committer, message: message, surroundings)
  }

  /// What differs between two commits, where files and index can follow from the one to the other.
  ///
  /// - Throws: `Refusal` where they can't, or where someone is editing one of the files.
  @discardableResult
  package func movable(
    from old: ObjectID, to new: ObjectID
  ) throws(Refusal) -> [TreeChange] {
    let changes = try withRepository { repository in
      try repository.changes(
        from: try repository.commit(old).tree, to: try repository.commit(new).tree)
    }
    try refuseOddities(changes)
    let paths = changes.map(\.path)
    try refuseInTheWay(paths, tip: old)
    try refuseAttributes(paths)
    return changes
  }

  /// Refuses what files and index can't follow: links, submodules, and a file's mode alone.
  private func refuseOddities(_ changes: [TreeChange]) throws(Refusal) {
    let odd = changes.first { change in
      [change.old, change.new].contains { $0.map { !$0.isText } ?? false }
        || change.old?.id == change.new?.id
    }
    guard let odd else { return }
    throw Refusal(
      .refused,
      "what is shared changes \(odd.path), which is a link or a submodule, or its mode alone, and "
        + "only git can bring that into your files",
      help: ["bring it in by git this once, then sync: \(gitLine: .pullRebase, in: elsewhereTop)"])
  }

  /// Refuses where a file that others changed is edited here, or stands in the way of a new one.
  private func refuseInTheWay(_ paths: [String], tip: ObjectID) throws(Refusal) {
    try refuseLinks(paths)
    let edited = try withRepository { repository -> [PathState] in
      let tree = try repository.commit(tip).tree
      return try repository.states(of: paths, againstTree: tree).filter { !$0.isClean }
    }
    guard !edited.isEmpty else { return }
    let names = edited.map(\.path)
    func isBelow(_ folder: String) -> Bool {
      names.contains { $0.utf8.starts(with: (prefix + folder).utf8) }
    }
    var help: [Hint] = []
    if isBelow(Layout.proposalsStart) {
      help.append("save what you edited: \(run: .save(nil)), then sync")
    }
    if isBelow(Layout.portfolioStart) {
      help.append("make it a proposal: \(run: .propose(.fromWorktree)), then sync")
    }
    if help.isEmpty { help.append("put it aside: \(gitLine: .stash(names), in: elsewhereTop)") }
    throw Refusal(
      .refused, "sync has to change files that you are editing, so nothing was changed:",
      details: names, help: help)
  }
}
