import Diagnostics
import Git
import PortfolioModel
import Records
import Store

extension Replay {
  /// Makes the own commits again, oldest first.
  mutating func makeAgain(in workspace: borrowing Workspace) throws(Refusal) {
    let commits = ground.work.replayed
    try numberNewFolders(of: commits, in: workspace)
    for commit in commits { try makeAgain(commit, in: workspace) }
  }

  /// Gives own proposals whose numbers others have taken the next ones that are free.
  private mutating func numberNewFolders(
    of commits: [Commit], in workspace: borrowing Workspace
  ) throws(Refusal) {
    let there = try Replay.folders(inTree: tree, of: workspace)
    let before = try Replay.folders(
      inTree: try workspace.commit(ground.work.ground).tree, of: workspace)
    var known = Set(before)
    var new: [String] = []
    for commit in commits {
      let folders = try Replay.folders(inTree: commit.tree, of: workspace)
      new += folders.filter { known.insert($0).inserted }
    }
    var moved = numbers
    moved.move(new, thatMeet: there)
    report.renumbered += moved.moves.dropFirst(numbers.moves.count).map {
      SyncReport.Renumbered(from: $0.from, to: $0.to)
    }
    numbers = moved
  }

  private mutating func makeAgain(
    _ commit: Commit, in workspace: borrowing Workspace
  ) throws(Refusal) {
    guard let parent = commit.parents.first else {
      preconditionFailure("a commit that is made again has a parent")
    }
    let before = try workspace.commit(parent).tree
    let changes = try workspace.withRepository { try $0.changes(from: before, to: commit.tree) }
    if let refusal = SyncRefusal.neverAgain(
      commit, changes, workspace.prefix, ground.takingBack)
    {
      obstacles.append(refusal)
      return
    }
    let portfolio = workspace.prefix + Layout.portfolioStart
    if let number = AuditTrailers(commit.message).proposal,
      changes.contains(where: { $0.path.utf8.starts(with: portfolio.utf8) })
    {
      try acceptAgain(number, commit, changes, in: workspace)
      return
    }
    let tree = try apply(changes, of: commit, in: workspace)
    guard tree != self.tree || changes.isEmpty else {
      if obstacles.isEmpty { report.known.append(commit.title) }
      return
    }
    try self.commit(
      tree, author: commit.author, message(of: commit, changes, workspace.prefix),
      signed: commit.isSigned, in: workspace)
  }

  /// A message that names the proposals whose files its commit changes by their numbers now.
  func message(of commit: Commit, _ changes: [TreeChange], _ prefix: String) -> String {
    let touched = Set(changes.compactMap { Replay.folder(of: $0.path, prefix) })
    let moved = numbers.moves.filter { touched.contains($0.from) }
    return RenumberedText.message(commit.message, numbers.only(moved).numbers)
  }
}
