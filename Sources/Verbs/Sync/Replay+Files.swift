import Diagnostics
import Git
import History
import PortfolioModel
import Records
import Store

extension Replay {
  /// The tree with what a commit changed of files, under their paths now; what others changed too is an
  /// obstacle.
  mutating func apply(
    _ changes: [TreeChange], of commit: Commit, in workspace: borrowing Workspace
  ) throws(Refusal) -> ObjectID {
    let tree = self.tree
    var placed: [(path: String, file: TreeFile?)] = []
    for change in changes {
      let path = target(of: change.path, workspace.prefix)
      guard !stuck.contains(path) else { continue }
      let wanted = try renumbered(change, at: path, in: workspace)
      let stands = try workspace.withRepository { try $0.file(at: path, inTree: tree) }
      if Replay.isSame(stands, wanted) { continue }
      guard isGround(stands, for: change.old, at: path) else {
        stuck.insert(path)
        obstacles.append(try ground.editedTwice(path, by: commit.inWords, in: workspace))
        continue
      }
      var refusal = try closedMeanwhile(path, commit, in: workspace)
      if refusal == nil { refusal = try ballotMovedOn(path, commit, in: workspace) }
      if let refusal {
        stuck.insert(path)
        obstacles.append(refusal)
        continue
      }
      placed.append((path, wanted))
      replaced[path] = nil
      if let old = change.new?.id, let new = wanted?.id { replaced[path] = (old, new) }
    }
    guard !placed.isEmpty else { return tree }
    return try workspace.withRepository { try $0.writeTree(base: tree, placing: placed) }
  }

  static func isSame(_ one: TreeFile?, _ other: TreeFile?) -> Bool {
    one?.id == other?.id && one?.mode == other?.mode
  }

  /// Whether what stands is what the commit changed, as far as own commits before it left it so.
  private func isGround(_ stands: TreeFile?, for old: TreeFile?, at path: String) -> Bool {
    if Replay.isSame(stands, old) { return true }
    guard let own = replaced[path] else { return false }
    return own.from == old?.id && own.to == stands?.id
  }

  /// The new file, with other numbers where it is a proposal's text that comes after own ones.
  private mutating func renumbered(
    _ change: TreeChange, at path: String, in workspace: borrowing Workspace
  ) throws(Refusal) -> TreeFile? {
    guard let file = change.new, file.isText, !numbers.moves.isEmpty,
      let folder = Replay.folder(of: path, workspace.prefix),
      path.hasSameBytes(as: workspace.prefix + Layout.proposalFile(folder))
    else { return change.new }
    rewritten[folder] = nil
    guard let bytes = try workspace.text(file.id),
      let after = RenumberedText.proposal(bytes, numbers.numbers)
    else { return file }
    rewritten[folder] = file.id
    let id = try workspace.withRepository { try $0.writeBlob(after) }
    return TreeFile(path: path, mode: file.mode, id: id)
  }

  /// That others closed the proposal which a commit changes: nothing more is added to it.
  private func closedMeanwhile(
    _ path: String, _ commit: Commit, in workspace: borrowing Workspace
  ) throws(Refusal) -> Refusal? {
    guard let folder = Replay.folder(of: path, workspace.prefix) else { return nil }
    let file = workspace.prefix + Layout.stateFile(folder)
    let trees = [
      try workspace.commit(ground.theirs).tree, try workspace.commit(ground.work.ground).tree,
    ]
    let states = try workspace.withRepository { repository in
      try trees.map { try repository.file(at: file, inTree: $0)?.id }
    }
    guard let there = states[0], there != states[1],
      let bytes = try workspace.text(there),
      let state = RecordFile(bytes, path: file, schema: .state).fields
        .flatMap({ ProposalState(fields: $0) }), state.status.isClosed
    else { return nil }
    let label = Proposal.label(Proposal.number(ofFolder: folder) ?? 0)
    return Refusal(
      .refused,
      "proposal \(label) was \(state.status.rawValue) meanwhile and never changes again, so nothing "
        + "was changed",
      details: [
        "here: \(commit.inWords)",
        "shared: \(try ground.otherHand(at: file, in: workspace))",
      ], help: [ground.takingBack])
  }

  /// That others took a step of the ballot whose file a commit changes, such as its end: what belongs to
  /// the step before is not added to it.
  private func ballotMovedOn(
    _ path: String, _ commit: Commit, in workspace: borrowing Workspace
  ) throws(Refusal) -> Refusal? {
    let prefix = workspace.prefix
    guard path.hasPrefix(prefix),
      case .ballot(let name, _) = Layout.role(of: path.rest(after: prefix)),
      let id = Identifier(name)
    else { return nil }
    let entries = try [ground.theirs, ground.work.ground].map { commit throws(Refusal) in
      try workspace.snapshot(
        ofProposals: ["ballots/\(name)"], inTree: try workspace.commit(commit).tree, after: nil
      ).ballot(id)
    }
    guard let there = entries[0], let then = entries[1],
      there.state != then.state || there.ballot?.rounds.count != then.ballot?.rounds.count
    else { return nil }
    let file = prefix + Layout.path(of: there.result == nil ? .ballot : .result, of: id)
    return Refusal(
      .refused,
      "ballot '\(id)' is \(there.state.rawValue) now, and was \(then.state.rawValue) when this was "
        + "saved, so nothing was changed",
      details: [
        "here: \(commit.inWords)",
        "shared: \(try ground.otherHand(at: file, in: workspace))",
      ], help: [ground.takingBack])
  }
}
