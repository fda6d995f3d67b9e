import Git
package import PortfolioModel

extension Workspace {
  /// The addresses of a proposal's own people, in lower case: its proposer, and every author and
  /// committer of a commit that changed its text.
  ///
  /// In a shallow clone and in a plain folder only the proposer is known.
  package func ownPeople(
    of proposal: Proposal, folder: String, at tip: String? = nil
  ) throws(Refusal) -> Set<String> {
    var people: Set = [proposal.proposer.key]
    let current = try baseID()
    guard isInRepository, let start = tip ?? current else { return people }
    let path = prefix + Layout.proposalFile(folder)
    let commits = try withRepository { repository -> [Commit] in
      guard let id = ObjectID(hex: start), !repository.isShallow else { return [] }
      return try repository.commits(changing: path, from: id)
    }
    for commit in commits {
      people.insert(commit.author.email.asciiLowercased)
      people.insert(commit.committer.email.asciiLowercased)
    }
    return people
  }

  /// What the signatures of a proposal's reviews come to by the keys of a base.
  func signatures(
    of entry: ProposalEntry, on base: Portfolio, _ surroundings: Surroundings
  ) -> ReviewSignatures {
    ReviewSignatures(of: entry.reviews, on: base, by: SSHKeygen(surroundings), blobID: blobID)
  }
}
