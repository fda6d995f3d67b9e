package import Diagnostics
import Git
import History
import PortfolioModel
import Records
package import Store

/// Gives another number to all but one of several proposals that share one.
package struct RenumberProposal: Sendable {
  package struct Outcome: Sendable {
    /// The folder that keeps the number.
    package let kept: String
    /// The names of the folders before and after.
    package fileprivate(set) var moved: [(from: String, to: String)] = []
    /// Proposals whose reviews lapse, as what they come after has another number, and the reviewers.
    package fileprivate(set) var lapsed: [(number: Int, reviewers: [String])] = []
  }

  package let number: Int
  package let surroundings: Surroundings

  package init(_ number: Int, _ surroundings: Surroundings) {
    self.number = number
    self.surroundings = surroundings
  }

  /// - Throws: `Refusal` where one proposal alone has the number, and where two were accepted.
  package func run(in workspace: borrowing Workspace) throws(Refusal) -> Outcome {
    try workspace.locked("renumber", surroundings) { () throws(Refusal) -> Outcome in
      let snapshot = try workspace.snapshot(.worktree)
      let twins = try self.twins(in: snapshot)
      let graph = try workspace.proposalsGraph(at: .worktree)
      let isShared = try workspace.sharedCommits()
      let claims = twins.map { NumberClaim($0, in: graph, isShared: isShared) }
      let keeper = try NumberClaim.keeper(of: claims)
      var numbers = FolderNumbers(besides: try workspace.knownNumbers(snapshot))
      let moving = claims.filter { $0 != keeper }
      for claim in moving {
        try refuseHeld(twins, claim.folder, in: snapshot)
        numbers.move(claim.folder)
      }
      var outcome = Outcome(kept: keeper.folder)
      outcome.moved = numbers.moves.map { ($0.from, $0.to) }
      let saved = numbers.moves.filter { move in
        moving.contains { $0.folder.hasSameBytes(as: move.from) && $0.since != nil }
      }
      if !saved.isEmpty {
        let dependents = snapshot.proposals.map(\.folder).filter { folder in
          saved.contains { move in
            graph?.text(of: folder, knew: move.from, butNot: keeper.folder) ?? false
          }
        }
        for folder in dependents { try refuseHeld(snapshot.proposals, folder, in: snapshot) }
        outcome.lapsed = try save(numbers.only(saved), dependents, snapshot, in: workspace)
      }
      try rename(numbers.moves.filter { !saved.contains($0) }, snapshot, in: workspace)
      return outcome
    }
  }

  /// Refuses to move, or to rewrite, what a ballot holds.
  private func refuseHeld(
    _ entries: [ProposalEntry], _ folder: String, in snapshot: Snapshot
  ) throws(Refusal) {
    guard let entry = entries.first(where: { $0.folder.hasSameBytes(as: folder) }),
      snapshot.isHeld(entry), let refusal = snapshot.heldRefusal(entry.number)
    else { return }
    throw refusal
  }

  private func twins(in snapshot: Snapshot) throws(Refusal) -> [ProposalEntry] {
    let found = snapshot.proposals.filter { $0.number == number }
    guard found.count < 2 else { return found }
    if found.isEmpty { _ = try snapshot.existing(number) }
    throw Refusal(
      .refused,
      "one proposal alone has the number \(Proposal.label(number)): "
        + found.map(\.folder).conjunction,
      help: ["\(run: .validate(revision: nil)) names proposals that share a number"])
  }

  /// Moves folders that are saved, by a commit.
  private func save(
    _ numbers: FolderNumbers, _ dependents: [String], _ snapshot: Snapshot,
    in workspace: borrowing Workspace
  ) throws(Refusal) -> [(number: Int, reviewers: [String])] {
    let person = try workspace.identity(.author, surroundings).person
    var rewritten: [FolderMoves.Rewritten] = []
    _ = try workspace.publish("renumber", surroundings) { (tip, _) throws(Refusal) in
      let moves = try FolderMoves(
        numbers, dependents: dependents, inTree: try workspace.commit(tip).tree, of: workspace)
      try moves.refuseForeignTexts(by: person, in: workspace)
      try workspace.refuseTouched(moves.files.map(\.path), tip: tip)
      rewritten = moves.rewritten
      var files: [(path: String, bytes: [UInt8]?)] = []
      for (path, file) in moves.files {
        files.append(
          (
            path,
            try file.map { file throws(Refusal) in
              try workspace.withRepository { try $0.blob(file.id) }
            }
          ))
      }
      let title = numbers.message.prefix { $0 != "\n" }
      return Publication(
        String(title),
        [Publication.Commit("the renumbering", message: numbers.message, files: files)])
    }
    return rewritten.compactMap { text in
      let entry = snapshot.proposals.first {
        numbers.name(of: $0.folder).hasSameBytes(as: text.folder)
      }
      let reviews = entry?.reviews.filter { $0.content == text.before.hex } ?? []
      guard !reviews.isEmpty, let number = Proposal.number(ofFolder: text.folder) else {
        return nil
      }
      return (number, reviews.map { $0.reviewer.name(in: snapshot.portfolio?.committee) })
    }
  }

  /// Moves folders that stand in the worktree alone.
  private func rename(
    _ moves: [FolderNumbers.Move], _ snapshot: Snapshot, in workspace: borrowing Workspace
  ) throws(Refusal) {
    for move in moves {
      let start = Layout.proposalStart(move.from)
      var (new, old) = (Writing(over: snapshot), Writing(over: snapshot))
      for path in snapshot.files.paths(startingWith: start) {
        guard let bytes = snapshot.files.bytes(path) else {
          throw Refusal(.data, "'\(path)' can't be read", help: [snapshot.validating])
        }
        new.write(
          String(decoding: bytes, as: UTF8.self),
          to: Layout.proposalStart(move.to) + path.rest(after: start))
        old.remove(path)
      }
      try workspace.carryOut(newProposal: move.to, new)
      try workspace.carryOut(old)
    }
  }
}
