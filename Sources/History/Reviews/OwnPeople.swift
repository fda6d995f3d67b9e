package import Diagnostics
import Git
package import PortfolioModel
import Records

/// A proposal's own people, none of whose approvals counts: everyone whom a version of its text
/// names as its proposer, and every author, co-author and committer of a commit that changed it.
package struct OwnPeople {
  /// In lower case; of members also the address that they have now.
  package private(set) var addresses: Set<String>
  private var members: Set<Identifier> = []

  /// - Parameter graph: The history that leads to the proposal; without one, only the present
  ///   proposer is known.
  /// - Parameter reviewers: People besides the members who may be meant where only a name is given.
  package init(
    of proposal: Proposal, folder: String, on base: Portfolio, in graph: ProposalsGraph?,
    reviewers: [Person], _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) {
    addresses = [proposal.proposer.key]
    var hands: [(credits: [Credit], rules: Portfolio?)] = [
      ([Credit(author: proposal.proposer.description)], base)
    ]
    if let graph {
      var rules = RulesReader()
      for hand in graph.authorship(of: folder) {
        let commit = graph.nodes[hand.node].commit
        let proposer = try source.text(hand.text).flatMap(OwnPeople.proposer)
        let proposed = proposer.map { [Credit(author: $0.description)] } ?? []
        hands.append((commit.credits + proposed, try rules.rules(for: commit, source)))
      }
    }
    for hand in hands {
      let members = (base.committee?.members ?? []) + (hand.rules?.committee?.members ?? [])
      for credit in hand.credits { add(credit, members, reviewers) }
    }
    for id in members {
      if let address = base.committee?.member(id)?.person.key { addresses.insert(address) }
    }
  }

  /// Whoever a committee knew by an address, or by the name that is given, stays the same member under
  /// another.
  private mutating func add(_ credit: Credit, _ known: [Committee.Member], _ reviewers: [Person]) {
    addresses.formUnion(credit.addresses)
    for member in known
    where credit.addresses.contains(member.person.key) || credit.names(member.person) {
      members.insert(member.id)
    }
    for person in reviewers where credit.names(person) { addresses.insert(person.key) }
  }

  private static func proposer(_ text: [UInt8]) -> Person? {
    RecordFile(text, path: "", schema: .proposal).fields?.text("proposer").flatMap { Person($0) }
  }
}

extension Commit {
  /// Author, committer, and those whom the message calls co-authors.
  fileprivate var credits: [Credit] {
    hands.map { Credit(author: $0) }
      + CoauthorLines.values(in: message).map { Credit(coauthor: $0) }
  }
}
