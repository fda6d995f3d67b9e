import Git
import PortfolioModel
import Records

/// A proposal's own people, none of whose approvals counts: everyone whom a version of its text
/// names as its proposer, and every author, co-author and committer of a commit that changed it.
struct OwnPeople {
  /// In lower case; of members also the address that they have now.
  private(set) var addresses: Set<String>
  private var members: Set<Identifier> = []

  /// - Parameter graph: The history that leads to the proposal; without one, only the present
  ///   proposer is known.
  init(
    of proposal: Proposal, folder: String, on base: Portfolio, in graph: ProposalsGraph?,
    _ workspace: borrowing Workspace
  ) throws(Refusal) {
    addresses = []
    add([proposal.proposer.key], base)
    if let graph {
      var rules = RulesReader(prefix: workspace.prefix)
      let hands = try workspace.withRepository { repository in
        try graph.authorship(of: folder).map { hand in
          let commit = graph.nodes[hand.node].commit
          let proposer = try repository.text(hand.text).flatMap(OwnPeople.proposer)
          return (
            commit.hands + [proposer?.key].compactMap { $0 },
            try rules.rules(for: commit, repository)
          )
        }
      }
      for (people, rules) in hands { add(people, rules) }
    }
    for id in members {
      if let address = base.committee?.member(id)?.person.key { addresses.insert(address) }
    }
  }

  /// Whoever a committee knew by an address stays the same member under another.
  private mutating func add(_ people: [String], _ rules: Portfolio?) {
    for address in people {
      addresses.insert(address)
      if let id = rules?.committee?.member(withAddress: address)?.id { members.insert(id) }
    }
  }

  private static func proposer(_ text: [UInt8]) -> Person? {
    RecordFile(text, path: "", schema: .proposal).fields?.text("proposer").flatMap { Person($0) }
  }
}

extension Commit {
  /// The addresses, in lower case, of author, committer, and those whom the message calls
  /// co-authors.
  fileprivate var hands: [String] {
    let coauthors = message.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let line = String(decoding: line, as: UTF8.self)
      let key = "co-authored-by:"
      return line.asciiLowercased.hasPrefix(key)
        ? line.split(separator: "<").last?.prefix { $0 != ">" }.description.asciiLowercased : nil
    }
    return [author.email.asciiLowercased, committer.email.asciiLowercased] + coauthors
  }
}
