import Git
package import PortfolioModel

extension Workspace {
  /// The addresses of a proposal's own people, in lower case: everyone whom a version of its text
  /// names as its proposer, and every author and committer of a commit that changed it.
  ///
  /// In a shallow clone and in a plain folder only the present proposer is known.
  package func ownPeople(
    of proposal: Proposal, folder: String, at tip: String? = nil
  ) throws(Refusal) -> Set<String> {
    let place = tip.map(Place.revision) ?? .worktree
    guard let graph = try proposalsGraph(at: place) else { return [proposal.proposer.key] }
    return try ProposalHistory(of: folder, in: graph, self).people.union([proposal.proposer.key])
  }

  /// The history that leads to a place, or nil in a plain folder, in a shallow clone and where
  /// nothing is committed.
  package func proposalsGraph(at place: Place) throws(Refusal) -> ProposalsGraph? {
    guard isInRepository, !(try withRepository { $0.isShallow }) else { return nil }
    switch place {
    case .worktree:
      guard let id = try baseID(), let tip = ObjectID(hex: id) else { return nil }
      return try ProposalsGraph(self, from: tip)
    case .revision(let name): return try ProposalsGraph(self, from: try commit(named: name))
    }
  }

  /// What the signatures of a proposal's reviews and settlements come to by the keys of a base.
  func signatures(
    of entry: ProposalEntry, on base: Portfolio, _ surroundings: Surroundings
  ) -> ReviewSignatures {
    ReviewSignatures(
      of: entry.reviews, settledBy: entry.state.resolutions, on: base,
      by: SSHKeygen(surroundings), blobID: blobID)
  }

  /// The history of a commit that is to be relied on.
  ///
  /// - Throws: `Refusal` where it is cut off, so that nobody can say who wrote what.
  func fullGraph(from tip: ObjectID) throws(Refusal) -> ProposalsGraph {
    try ProposalsGraph(self, from: tip)
  }

  /// What the reviews of a proposal amount to on a base.
  func standing(
    of entry: ProposalEntry, _ proposal: Proposal, on base: Portfolio, _ surroundings: Surroundings
  ) throws(Refusal) -> ReviewStanding {
    ReviewStanding(
      of: proposal, content: entry.content, reviews: entry.reviews, state: entry.state,
      signatures: signatures(of: entry, on: base, surroundings), on: base,
      ownPeople: try ownPeople(of: proposal, folder: entry.folder), today: surroundings.today)
  }

  /// The address of whoever proposed a proposal first, whatever its text says now.
  func firstProposer(
    of entry: ProposalEntry, _ surroundings: Surroundings
  ) throws(Refusal) -> String? {
    guard let graph = try proposalsGraph(at: .worktree) else {
      return entry.proposal?.proposer.key
    }
    let history = try ProposalHistory(of: entry.folder, in: graph, self)
    return ReviewHistory(history, verifier: SSHKeygen(surroundings)).proposer
      ?? entry.proposal?.proposer.key
  }
}
