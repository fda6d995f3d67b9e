import Diagnostics
import Git
import PortfolioModel
import Records
import Store

/// Where a sync starts from, and what it knows of both sides.
struct SyncGround {
  let ours: ObjectID
  let theirs: ObjectID
  let lineage: Lineage
  let work: UnsharedWork

  init(
    ours: ObjectID, theirs: ObjectID, besides others: [ObjectID], by hands: SyncHands,
    in workspace: borrowing Workspace
  ) throws(Refusal) {
    (self.ours, self.theirs) = (ours, theirs)
    lineage = try workspace.lineage(of: [ours, theirs] + others, from: nil)
    work = try UnsharedWork(
      from: ours, onto: theirs, besides: others, in: lineage, by: hands
    ) { id throws(Refusal) in try workspace.commit(id) }
  }

  /// The commits of the shared repository that are not here.
  var brought: [ObjectID] { lineage.commits(reachableFrom: theirs, notFrom: ours) }

  /// Who changed a file on the other side, in words: the latest commit there that did.
  func otherHand(at path: String, in workspace: borrowing Workspace) throws(Refusal) -> String {
    try hand(at: path, among: brought, in: workspace)
  }

  /// The latest of some commits that changed a file, in words.
  func hand(
    at path: String, among commits: [ObjectID], in workspace: borrowing Workspace
  ) throws(Refusal) -> String {
    for id in commits.reversed() {
      let commit = try workspace.commit(id)
      let before = try commit.parents.first.map { parent throws(Refusal) in
        try workspace.commit(parent).tree
      }
      let (old, new) = try workspace.withRepository { repository in
        (
          try before.flatMap { try repository.file(at: path, inTree: $0) },
          try repository.file(at: path, inTree: commit.tree)
        )
      }
      if old != new { return commit.inWords }
    }
    return "a merge"
  }

  /// How own work is taken back: each call takes the last save that is not shared.
  var takingBack: Hint {
    work.replayed.count > 1
      ? "take yours back: \(run: .undo), again until it is gone (\(work.replayed.count) saves are not "
        + "shared), then \(run: .sync)"
      : "take yours back: \(run: .undo), then \(run: .sync)"
  }

  /// That a file was edited on both sides.
  func editedTwice(
    _ path: String, by own: String, in workspace: borrowing Workspace
  ) throws(Refusal) -> Refusal {
    Refusal(
      .refused, "two people edited \(path), so nothing was changed",
      details: ["here: \(own)", "shared: \(try otherHand(at: path, in: workspace))"],
      help: [takingBack, "then make your change on top of theirs"])
  }
}

extension Commit {
  /// The first line of the message.
  var title: String {
    String(decoding: message.utf8.prefix { $0 != 10 && $0 != 13 }, as: UTF8.self)
  }

  /// `0123456789 “TITLE” by NAME`.
  var inWords: String {
    "\(id.hex.prefix(10)) “\(title)” by \(author.name.isEmpty ? "nobody" : author.name)"
  }
}
