import Diagnostics
import Git
import PortfolioModel
import Records
import Store

/// Other numbers for proposals of two sides that are to be merged, on the side that each is on: so that
/// its past can be followed.
extension Replay {
  /// Both sides, with another number for a proposal whose number the other side has too: the unshared
  /// one's, unless it was accepted.
  mutating func numberedSides(
    since base: ObjectID, in workspace: borrowing Workspace
  ) throws(Refusal) -> (
    theirs: (tip: ObjectID, tree: ObjectID), ours: (tip: ObjectID, tree: ObjectID)
  ) {
    var theirs = (tip: ground.theirs, tree: tree)
    var ours = (tip: ground.work.ground, tree: try workspace.commit(ground.work.ground).tree)
    let old = Set(try Replay.folders(inTree: base, of: workspace))
    let there = try Replay.folders(inTree: theirs.tree, of: workspace)
    let new = try Replay.folders(inTree: ours.tree, of: workspace).filter { !old.contains($0) }
    var fixed: [String] = []
    var moving: [String] = []
    for folder in new {
      guard try !isSameText(folder, ours.tree, theirs.tree, in: workspace) else { continue }
      let isAccepted = try status(of: folder, inTree: ours.tree, in: workspace) == .accepted
      if isAccepted { fixed.append(folder) } else { moving.append(folder) }
    }
    numbers.move(moving, thatMeet: there)
    report.renumbered += numbers.moves.map { .init(from: $0.from, to: $0.to) }
    let own = numbers
    ours = try side(ours, own, new, in: workspace)
    var others = FolderNumbers(besides: own.known)
    others.move(there.filter { !old.contains($0) }, thatMeet: fixed)
    report.renumbered += others.moves.map { .init(from: $0.from, to: $0.to) }
    theirs = try side(theirs, others, there.filter { !old.contains($0) }, in: workspace)
    numbers.reserve(others.known)
    return (theirs, ours)
  }

  /// A side with a commit on it that moves folders; as it was where none moves.
  private mutating func side(
    _ side: (tip: ObjectID, tree: ObjectID), _ numbers: FolderNumbers, _ folders: [String],
    in workspace: borrowing Workspace
  ) throws(Refusal) -> (tip: ObjectID, tree: ObjectID) {
    guard !numbers.moves.isEmpty else { return side }
    (tip, tree) = side
    try renumber(numbers, dependents: folders, in: workspace)
    return (tip, tree)
  }

  /// Stores a commit that moves folders, with the texts that come after them.
  ///
  /// - Parameter dependents: The folders whose `after` means the moved ones.
  mutating func renumber(
    _ numbers: FolderNumbers, dependents: [String], in workspace: borrowing Workspace
  ) throws(Refusal) {
    let moves = try FolderMoves(numbers, dependents: dependents, inTree: tree, of: workspace)
    try moves.refuseForeignTexts(by: author.person, in: workspace)
    for text in moves.rewritten {
      rewritten[text.folder] = text.before
      let path = workspace.prefix + Layout.proposalFile(text.folder)
      replaced[path] = (text.before, text.after)
    }
    let base = tree
    let moved = try workspace.withRepository {
      try $0.writeTree(base: base, placing: moves.files)
    }
    try commit(moved, author: author.signature, numbers.message, in: workspace)
  }

  private func status(
    of folder: String, inTree tree: ObjectID, in workspace: borrowing Workspace
  ) throws(Refusal) -> ProposalStatus? {
    try workspace.snapshot(ofProposals: [folder], inTree: tree).proposals.first?.status
  }

  /// Whether a folder holds the same proposal in two trees.
  private func isSameText(
    _ folder: String, _ one: ObjectID, _ other: ObjectID, in workspace: borrowing Workspace
  ) throws(Refusal) -> Bool {
    let path = workspace.prefix + Layout.proposalFile(folder)
    let texts = try workspace.withRepository { repository in
      try [one, other].map { try repository.file(at: path, inTree: $0)?.id }
    }
    return texts[0] != nil && texts[0] == texts[1]
  }
}
