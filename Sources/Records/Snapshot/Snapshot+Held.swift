package import Diagnostics
package import PortfolioModel

extension Snapshot {
  /// The refusal to change or accept a proposal that a ballot holds, which names the ballot and what it
  /// waits for; nil where none does.
  ///
  /// Every verb that changes proposals asks this: what is voted on does not change.
  ///
  /// - Parameter editing: Whether its text is to change, which it may while comments are answered.
  package func heldRefusal(_ number: Int, editing: Bool = false) -> Refusal? {
    guard let entry = ballots.holding(number) else { return nil }
    let (label, id) = (Proposal.label(number), entry.id.text)
    let message: String
    let next: Hint
    if entry.state != .resolving {
      message =
        "proposal \(label) is being voted on in ballot '\(id)', and what is voted on does not change"
      next = "\(run: .ballot(.status(id))) says how far it is"
    } else if editing {
      message =
        "the comments on proposal \(label) are being resolved in ballot '\(id)': it changes only in "
        + "answer to one"
      next = "name the comments: \(run: .propose(.updateAnswering(number)))"
    } else {
      (message, next) = resolving(number, in: entry)
    }
    return Refusal(
      .refused, message, help: [next, "to free it: \(run: .ballot(.cancel(id)))"])
  }

  /// What a proposal waits for in a ballot whose voting has ended, and what to do next.
  private func resolving(_ number: Int, in entry: BallotEntry) -> (String, Hint) {
    let (label, id) = (Proposal.label(number), entry.id.text)
    let missing: Hint = "\(run: .ballot(.status(id))) says what is missing"
    let open = entry.comments.count { entry.disposition(of: $0.id)?.agreed == nil }
    guard open == 0 else {
      let have = open == 1 ? "has" : "have"
      return (
        "proposal \(label) waits for ballot '\(id)', in which \(open.counted("comment")) \(have) no "
          + "agreed answer yet", missing
      )
    }
    let isChanged = entry.ballot?.item(number)?.content != proposal(number)?.content
    let isDoubtful = entry.tallies.contains { $0.tally.verdict == .undecided }
    return (
      "proposal \(label) waits for ballot '\(id)' to be closed"
        + (isChanged ? ", and was changed since it was voted on" : ""),
      isChanged || isDoubtful ? missing : "\(run: .ballot(.close(id))) accepts what was approved"
    )
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
      return isSame && old?.status == new?.status ? nil : heldRefusal(number, editing: !isSame)
    }.first
  }
}
