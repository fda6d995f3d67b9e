import Diagnostics
import Git
import History
import PortfolioModel
import Records
import Store

extension Replay {
  /// Judges an acceptance on what stands there now, and makes it again on the day of the sync; one that
  /// no longer holds is left out, so that its proposal stays open.
  mutating func acceptAgain(
    _ number: Int, _ commit: Commit, _ changes: [TreeChange], in workspace: borrowing Workspace
  ) throws(Refusal) {
    let prefix = workspace.prefix
    let folder = changes.lazy.compactMap { Replay.folder(of: $0.path, prefix) }
      .first { Proposal.number(ofFolder: $0) == number }
    let foreign = changes.first { change in
      !change.path.utf8.starts(with: (prefix + Layout.portfolioStart).utf8)
        && !(folder.map { change.path.hasSameBytes(as: prefix + Layout.stateFile($0)) } ?? false)
    }
    if let foreign {
      obstacles.append(
        Refusal(
          .refused,
          "\(commit.inWords) accepts proposal \(Proposal.label(number)) and changes "
            + "\(foreign.path) besides, so it can't be made again",
          help: ["take it back, sync, then accept the proposal alone"]))
      return
    }
    guard obstacles.isEmpty else { return }
    let name = folder.map(numbers.name(of:))
    let now = name.flatMap(Proposal.number(ofFolder:)) ?? number
    let plan: CommitPlan
    do throws(Refusal) {
      let (plans, _) = try CommitProposals([now], surroundings).plans(
        workspace, tip: tip, on: committer.day, comparesWorktree: false)
      guard let only = plans.first else { return }
      plan = only
    } catch {
      guard error.kind == .refused || error.kind == .noInput || error.kind == .data else {
        throw error
      }
      report.reopened.append((now, error))
      return
    }
    let base = tree
    let tree = try workspace.withRepository { repository in
      var files: [(path: String, id: ObjectID?)] = []
      for (path, text) in plan.files {
        let id = try text.map { try repository.writeBlob(Array($0.utf8)) }
        if try id != nil || repository.file(at: prefix + path, inTree: base) != nil {
          files.append((prefix + path, id))
        }
      }
      return try repository.writeTree(base: base, changes: files)
    }
    let fresh = CommitMessage.of(plan)
    let kept = message(of: commit, changes, prefix)
    try self.commit(
      tree, author: commit.author,
      AuditTrailers(kept) == AuditTrailers(fresh) ? kept : fresh, signed: commit.isSigned,
      in: workspace)
    report.accepted.append(now)
  }
}
