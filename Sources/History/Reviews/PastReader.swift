package import Diagnostics
package import PortfolioModel
package import Records

/// Reads what a history says of several proposals, which share what they have in common.
package struct PastReader {
  private let graph: ProposalsGraph
  private let worktree: Snapshot?
  private let verifier: any SignatureVerifier
  private var rules = RulesReader()

  /// - Parameter worktree: The worktree's files, where these are judged as the last version.
  package init(
    _ graph: ProposalsGraph, worktree: Snapshot? = nil, by verifier: any SignatureVerifier
  ) {
    self.graph = graph
    self.worktree = worktree
    self.verifier = verifier
  }

  /// What the history says of a proposal.
  package mutating func past(
    of entry: ProposalEntry, _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> ProposalPast {
    try ProposalPast(of: entry, in: graph, worktree: worktree, by: verifier, &rules, source)
  }

  /// The addresses of a proposal's own people, in lower case.
  package mutating func ownPeople(
    of proposal: Proposal, _ entry: ProposalEntry, on base: Portfolio,
    _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> Set<String> {
    try OwnPeople(
      of: proposal, folder: entry.folder, on: base, in: graph, reviewers: entry.reviewers,
      by: &rules, source
    ).addresses
  }
}
