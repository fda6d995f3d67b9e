package import Diagnostics
package import PortfolioModel

extension Snapshot {
  /// The refusal to change a proposal that a ballot holds, which names the ballot; nil where none
  /// does.
  ///
  /// Every verb that changes proposals asks this: what is voted on does not change.
  package func heldRefusal(_ number: Int) -> Refusal? {
    guard let entry = ballots.holding(number) else { return nil }
    let label = Proposal.label(number)
    let isResolving = entry.state == .resolving
    return Refusal(
      .refused,
      isResolving
        ? "proposal \(label) waits for its comments' answers in ballot '\(entry.id)', and changes "
          + "only in answer to one"
        : "proposal \(label) is being voted on in ballot '\(entry.id)', and what is voted on does "
          + "not change",
      help: (isResolving
        ? ["name the comments: \(run: .propose(.updateAnswering(number)))"] : []) + [
          "\(run: .ballot(.status(entry.id.text))) says how far it is",
          "to free it: \(run: .ballot(.cancel(entry.id.text)))",
        ])
  }

  /// The proposal with a number, which must be neither closed nor held by a ballot, and whose text and
  /// state can be read.
  package func changeable(_ number: Int) throws(Refusal) -> (ProposalEntry, Proposal) {
    let found = try unfinished(number)
    if let refusal = heldRefusal(number) { throw refusal }
    return found
  }

  /// Whether a ballot holds just this proposal, of several with its number.
  package func isHeld(_ entry: ProposalEntry) -> Bool {
    guard let ballot = ballots.holding(entry.number) else { return false }
    return ballot.ballot?.item(entry.number)?.content == entry.content
      || ballot.permits(entry.proposal)
  }

  /// The refusal where files would change a proposal that a ballot holds: its text, unless it answers
  /// comments, or how far it is.
  func heldRefusal(of changes: [(path: String, text: String?)]) -> Refusal? {
    let numbers = Set(changes.compactMap { Layout.number(ofProposalAt: $0.path) })
    guard numbers.contains(where: { heldRefusal($0) != nil }) else { return nil }
    let after = replacing(changes)
    return numbers.sorted().lazy.compactMap { number -> Refusal? in
      let (old, new) = (proposal(number), after.proposal(number))
      let isSame =
        old?.content == new?.content
        || ballots.holding(number)?.ballot?.item(number)?.content == new?.content
        || ballots.holding(number)?.permits(new?.proposal) == true
      return isSame && old?.status == new?.status ? nil : heldRefusal(number)
    }.first
  }
}
