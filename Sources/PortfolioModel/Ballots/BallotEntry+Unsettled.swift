extension BallotEntry {
  /// What keeps a ballot from being closed, once voting has ended.
  package enum Unsettled: Sendable {
    /// Whether the reason of a body's negative vote is technical is not judged.
    case doubt(Committee.Body, question: Int?)
    /// Comments without an answer, and those whose answer is proposed and not agreed.
    case comments(unanswered: [Comment.ID], proposed: [Comment.ID])
    /// A proposal's text is neither what was voted on nor an answer to comments.
    case otherText(Ballot.Item)
    /// A proposal's text was changed beyond words since the vote.
    case beyondWords(ChangedItem)
  }

  /// All that is to be settled first: what closing refuses over, and what the status names.
  ///
  /// - Parameter changed: What was changed since it was voted on.
  package func unsettled(
    _ changed: [ChangedItem], among proposals: [ProposalEntry]
  ) -> [Unsettled] {
    var unsettled = tallies.filter { $0.tally.verdict == .undecided }.flatMap { question, tally in
      tally.doubtful.map { Unsettled.doubt($0, question: question) }
    }
    let open = comments.map(\.id).filter { disposition(of: $0)?.agreed == nil }
    if !open.isEmpty {
      unsettled.append(
        .comments(
          unanswered: open.filter { disposition(of: $0) == nil },
          proposed: open.filter { disposition(of: $0) != nil }))
    }
    for item in ballot?.items ?? [] {
      let change = changed.first { $0.number == item.number }
      let proposal = proposals.numbered(item.number)
      if change == nil, proposal?.content.hasSameBytes(as: item.content) == true { continue }
      guard let change, permits(proposal?.proposal) else {
        unsettled.append(.otherText(item))
        continue
      }
      if !change.isEditorial { unsettled.append(.beyondWords(change)) }
    }
    return unsettled
  }
}
