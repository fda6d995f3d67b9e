package import Diagnostics
import Git
package import PortfolioModel
import Records

/// The people whose approvals of a proposal don't count: everyone whom a version of its text names
/// as its proposer, and every author, co-author and committer of a commit that changed it.
package struct OwnPeople {
  /// Their addresses in lower case; for members also their present address.
  package private(set) var addresses: Set<String>
  private var members: Set<Identifier> = []

  /// - Parameter graph: The history of the proposal; without one, only the present proposer is
  ///   known.
  /// - Parameter reviewers: People besides the members whom a mere name may mean.
  package init(
    of proposal: Proposal, folder: String, on base: Portfolio, in graph: ProposalsGraph?,
    reviewers: [Person], _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) {
    var rules = RulesReader()
    try self.init(
      of: proposal, folder: folder, on: base, in: graph, reviewers: reviewers, by: &rules, source)
  }

  /// Does the same with rules that several proposals share.
  init(
    of proposal: Proposal, folder: String, on base: Portfolio, in graph: ProposalsGraph?,
    reviewers: [Person], by rules: inout RulesReader,
    _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) {
    addresses = [proposal.proposer.key]
    var hands: [(credits: [Credit], rules: Portfolio?)] = [
      ([Credit(author: proposal.proposer.description)], base)
    ]
    if let graph {
      for hand in graph.authorship(of: folder) {
        let commit = graph.nodes[hand.node].commit
        let proposer = try source.text(hand.text).flatMap(OwnPeople.proposer)
        let proposed = proposer.map { [Credit(author: $0.description)] } ?? []
        hands.append((commit.credits + proposed, try rules.rules(for: commit, in: graph, source)))
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

  /// Adds the people of a credit. A member whom a committee knew by that address or name stays the
  /// same person under a later address.
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
  /// The author, the committer, and the co-authors that the message names.
  fileprivate var credits: [Credit] {
    hands.map { Credit(author: $0) }
      + CoauthorLines.values(in: message).map { Credit(coauthor: $0) }
  }
}
