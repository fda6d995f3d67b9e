package import Diagnostics
import Git
package import History
package import PortfolioModel
package import Records
package import Store

extension Workspace {
  /// The addresses of a proposal's own people, in lower case.
  ///
  /// - Parameter graph: Nil in a shallow clone and in a plain folder, where only the present
  ///   proposer is known.
  /// - Parameter reviewers: People who may be meant where a commit gives a name and no address;
  ///   members always are.
  package func ownPeople(
    of proposal: Proposal, folder: String, on base: Portfolio, in graph: ProposalsGraph?,
    reviewers: [Person]
  ) throws(Refusal) -> Set<String> {
    try OwnPeople(
      of: proposal, folder: folder, on: base, in: graph, reviewers: reviewers, self
    ).addresses
  }

  /// What the history says of a proposal.
  ///
  /// - Parameter worktree: What stands there now, where that is what counts.
  package func past(
    of entry: ProposalEntry, in graph: ProposalsGraph, worktree: Snapshot? = nil,
    _ surroundings: Surroundings
  ) throws(Refusal) -> ProposalPast {
    try ProposalPast(of: entry, in: graph, worktree: worktree, by: SSHKeygen(surroundings), self)
  }

  /// Reads what the history says of several proposals.
  ///
  /// - Parameter worktree: What stands there now, where that is what counts.
  package func pastReader(
    _ graph: ProposalsGraph, worktree: Snapshot? = nil, _ surroundings: Surroundings
  ) -> PastReader {
    PastReader(graph, worktree: worktree, by: SSHKeygen(surroundings))
  }

  /// A sentence on a history that is cut off, so that approvals by a proposal's own people may pass
  /// for those of others; nil where it is whole.
  package func cutOff() throws(Refusal) -> Hint? {
    guard isInRepository, try withRepository({ $0.isShallow }) else { return nil }
    return
      "the clone is shallow: who wrote a proposal before its history was cut off is not known, and "
      + "could approve it here; \(git: .fetchHistory) brings the rest"
  }

  /// The history that leads to a place, or nil in a plain folder, in a shallow clone and where
  /// nothing is committed.
  package func proposalsGraph(at source: SnapshotSource) throws(Refusal) -> ProposalsGraph? {
    guard isInRepository, !(try withRepository { $0.isShallow }) else { return nil }
    switch source {
    case .worktree, .staged:
      guard let id = try baseID(), let tip = ObjectID(hex: id) else { return nil }
      return try ProposalsGraph(self, from: tip)
    case .revision(let name): return try ProposalsGraph(self, from: try commit(named: name))
    }
  }

  /// What the signatures of a proposal's reviews and settlements come to by the keys of a base.
  package func signatures(
    of entry: ProposalEntry, on base: Portfolio, _ surroundings: Surroundings
  ) -> ReviewSignatures {
    ReviewSignatures(of: entry, on: base, by: SSHKeygen(surroundings))
  }

  /// What the reviews of a proposal in the worktree amount to on a base.
  package func standing(
    of entry: ProposalEntry, _ proposal: Proposal, on base: Portfolio, in graph: ProposalsGraph?,
    _ worktree: Snapshot, _ surroundings: Surroundings
  ) throws(Refusal) -> ReviewStanding {
    let past = try graph.map { graph throws(Refusal) in
      try self.past(of: entry, in: graph, worktree: worktree, surroundings)
    }
    return ReviewStanding(
      of: proposal, content: entry.content, reviews: entry.reviews, state: entry.state,
      signatures: signatures(of: entry, on: base, surroundings), on: base,
      ownPeople: try ownPeople(
        of: proposal, folder: entry.folder, on: base, in: graph, reviewers: entry.reviewers),
      brought: past?.reviewDays ?? [:], today: surroundings.today)
  }

  /// Whether a review in the worktree binds anyone: it is of no day that was yet to come when it was
  /// brought, or that is yet to come where it is not committed.
  package func binds(
    _ review: Review, of entry: ProposalEntry, in graph: ProposalsGraph?, _ worktree: Snapshot,
    _ surroundings: Surroundings
  ) throws(Refusal) -> Bool {
    guard !review.date.isBeyond(surroundings.today) else { return false }
    guard let graph else { return true }
    return try !past(of: entry, in: graph, worktree: worktree, surroundings).findings.contains {
      $0.rule == .reviewDatedAhead && $0.subject == .review(entry.number, file: review.file)
    }
  }

  /// The address of whoever proposed a proposal first, whatever its text says now.
  package func firstProposer(
    of entry: ProposalEntry, _ surroundings: Surroundings
  ) throws(Refusal) -> String? {
    guard let graph = try proposalsGraph(at: .worktree) else {
      return entry.proposal?.proposer.key
    }
    let history = try ProposalHistory(of: entry.folder, in: graph, self)
    return ReviewHistory(history, verifier: SSHKeygen(surroundings), verifiesAll: false).proposer
      ?? entry.proposal?.proposer.key
  }
}
