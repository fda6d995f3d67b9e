import Diagnostics
import Files
import Git
import PortfolioModel
import Records
import Store

/// Puts own work on top of what others shared, and moves the branch there.
struct Integrate {
  private let shared: SharedBranch
  private let aside: SharedBranch?
  private let state: SharedState
  private let isDryRun: Bool
  private let surroundings: Surroundings

  init(
    _ shared: SharedBranch, _ aside: SharedBranch?, at state: SharedState, isDryRun: Bool,
    _ surroundings: Surroundings
  ) {
    (self.shared, self.aside, self.state, self.isDryRun) = (shared, aside, state, isDryRun)
    self.surroundings = surroundings
  }

  /// - Throws: `Refusal` where something is in the way; then nothing has changed.
  func run(in workspace: borrowing Workspace) throws(Refusal) -> SyncReport {
    guard !isDryRun else {
      let plan = try plan(in: workspace)
      if plan.tip != plan.ours { try workspace.movable(from: plan.ours, to: plan.tip) }
      return plan.report
    }
    return try workspace.locked("sync", surroundings) { () throws(Refusal) in
      try workspace.refuseUnfinished()
      let waiting = Waiting(atMost: surroundings.racePatience)
      while true {
        do throws(Refusal) {
          return try move(in: workspace)
        } catch {
          guard error.kind == .moved, waiting.pause() else { throw error }
        }
      }
    }
  }

  /// What is to be done, with the objects that it takes.
  private struct Plan {
    var report: SyncReport
    let ours: ObjectID
    var tip: ObjectID
    var objects = UnreferencedObjects()
  }

  private func move(in workspace: borrowing Workspace) throws(Refusal) -> SyncReport {
    var plan = try plan(in: workspace)
    guard plan.tip != plan.ours else { return plan.report }
    plan.report.kept = try workspace.move(
      shared.local, from: plan.ours, to: plan.tip, plan.objects,
      by: try workspace.committer(surroundings), message: "sync: with \(shared.name)", surroundings)
    return plan.report
  }

  private func plan(in workspace: borrowing Workspace) throws(Refusal) -> Plan {
    let (branch, ours) = try workspace.branch()
    guard branch.hasSameBytes(as: shared.local) else {
      throw Refusal(.moved, "HEAD went to another branch while this ran", help: ["run it again"])
    }
    let author = try workspace.identity(.author, surroundings)
    let committer = try workspace.committer(surroundings)
    let there = aside.flatMap { state[$0.full] }
    let theirs = state[shared.full]
    let ground = try SyncGround(
      ours: ours, theirs: theirs ?? ours, besides: there.map { [$0] } ?? [],
      by: SyncHands(author: author.person.key, committer: committer.person.key), in: workspace)
    let beyond = Set(ground.lineage.commits(reachableFrom: ours, notFrom: theirs ?? ours))
    try workspace.refuseRewritten(shared, beyond.contains)
    var report = SyncReport(shared)
    report.brought = ground.brought.count
    report.aside = aside
    let worktree = try workspace.snapshot(.worktree)
    var replay = try Replay(
      ground, report, besides: try workspace.knownNumbers(worktree),
      by: author, committer, isDryRun: isDryRun, surroundings, in: workspace)
    try replay.run(in: workspace)
    var plan = Plan(
      report: replay.report, ours: ours, tip: replay.tip, objects: replay.objects)
    plan.report.unsaved = try unsaved(worktree, since: ours, replay.tree, in: workspace)
    plan.report.sharing = try sharing(
      plan.tip, besides: aside == nil ? theirs : there, theirs, in: workspace)
    return plan
  }

  /// The folders of proposals that stand in the worktree alone, and whose numbers are taken.
  private func unsaved(
    _ worktree: Snapshot, since ours: ObjectID, _ tree: ObjectID,
    in workspace: borrowing Workspace
  ) throws(Refusal) -> [String] {
    let tip = try workspace.withRepository { try $0.commit(ours).tree }
    let saved = try Replay.folders(inTree: tip, of: workspace)
    let taken = Set(
      try Replay.folders(inTree: tree, of: workspace).compactMap(Proposal.number(ofFolder:)))
    return worktree.proposals.filter { entry in
      !saved.contains { $0.hasSameBytes(as: entry.folder) } && taken.contains(entry.number)
    }.map(\.folder)
  }

  /// How many commits of a tip the shared repository does not have on the branch that they go to.
  private func sharing(
    _ tip: ObjectID, besides target: ObjectID?, _ theirs: ObjectID?,
    in workspace: borrowing Workspace
  ) throws(Refusal) -> Int {
    let known = [target, theirs].compactMap { $0 }
    let lineage = try workspace.lineage(of: [tip] + known, from: nil)
    if let target, !lineage.leads(from: [tip], to: target) {
      let name = aside?.branch ?? shared.branch
      throw Refusal(
        .refused, "the branch '\(name)' of '\(shared.remote)' holds commits that are not here",
        help: ["share on another one: \(run: .syncAside(branch: name + "-2"))"])
    }
    return lineage.commits(reachableFrom: [tip], notFrom: known).count
  }
}
