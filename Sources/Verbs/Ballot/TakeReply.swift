package import Diagnostics
package import PortfolioModel
package import Store

/// Takes a body's reply: seals it here, and shares a receipt that proves it later.
package struct TakeReply: Sendable {
  package let id: Identifier
  package let voter: Identifier
  /// The body that is meant, of those that the member answers for.
  package let body: Identifier?
  /// The votes by proposal; the key nil is a vote on everything that is asked.
  package let votes: [Int?: Vote]
  package let comments: [Comment]
  /// A folder that keeps the reply too.
  package let keeping: String?
  /// Random digits.
  package let salt: String
  package let surroundings: Surroundings

  package init(
    _ id: Identifier, by voter: Identifier, of body: Identifier?, votes: [Int?: Vote],
    comments: [Comment], keeping: String?, salt: String, _ surroundings: Surroundings
  ) {
    (self.id, self.voter, self.body) = (id, voter, body)
    (self.votes, self.comments) = (votes, comments)
    (self.keeping, self.salt, self.surroundings) = (keeping, salt, surroundings)
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> BallotOutcome {
    let desk = BallotDesk(id: id, surroundings: surroundings)
    return try desk.step(in: workspace) { ground throws(Refusal) in
      let (entry, ballot) = try ground.ballot()
      try entry.refuse(unless: .voting)
      let sealing = ReplySealing(
        id: id, ballot: ballot, entry: entry, keeping: keeping, surroundings: surroundings)
      try sealing.refuseOtherDays(in: workspace)
      let body = try sealing.body(answeredBy: voter, body)
      let reply = Reply(
        salt: salt, voter: voter, votes: try answers(ballot, body), comments: comments)
      try refuseUnfit(reply, ballot)
      let (sealed, isLast) = try sealing.sealed(of: body, in: workspace)
      if let last = sealed.last, isLast, last.isSame(as: reply) {
        return BallotOutcome(
          ballot: id, sentences: ["\(body.name) has answered just that already."], written: nil)
      }
      try sealing.refuseUnreadable(sealed + [reply], of: body)
      try sealing.seal(reply, after: sealed, of: body, in: workspace)
      let written = try desk.save(
        [sealing.receipts(reply, of: body)], .receipt([body.id]), over: ground, in: workspace)
      let replaces = entry.receipts[body.id] != nil
      return BallotOutcome(
        ballot: id,
        sentences: sealing.sentences(reply, body, replaces: replaces) + sealing.warning,
        written: written)
    }
  }

  /// The votes on what the ballot asks.
  private func answers(_ ballot: Ballot, _ body: Committee.Body) throws(Refusal) -> [Int?: Vote] {
    guard body.status.votes || votes.isEmpty else {
      throw Refusal(
        .refused, "\(body.name) is a liaison, which comments and never votes",
        help: ["take its comments alone: \(option: .comment)"])
    }
    guard ballot.voteOn == .each else {
      guard votes.keys.allSatisfy({ $0 == nil }) else {
        throw Refusal(
          .refused, "ballot '\(id)' asks for one vote on all its proposals together",
          help: ["give one word: \(option: .vote)"])
      }
      return votes
    }
    guard let all = votes[nil] else { return votes }
    return Dictionary(uniqueKeysWithValues: ballot.items.map { ($0.number, all) })
  }

  /// Votes and comments on what is not in the ballot, and answers that say nothing.
  private func refuseUnfit(_ reply: Reply, _ ballot: Ballot) throws(Refusal) {
    let named = reply.votes.keys.compactMap { $0 } + comments.compactMap(\.proposal)
    if let other = named.sorted().first(where: { ballot.item($0) == nil }) {
      throw Refusal(
        .refused, "proposal \(Proposal.label(other)) is not in ballot '\(id)'",
        help: ["its proposals are: \(ballot.items.map(\.label).listed)"])
    }
    if comments.contains(where: { $0.text.isBlank }) {
      throw Refusal.empty("the comment", .comment)
    }
    guard reply.votes.isEmpty, comments.isEmpty else { return }
    throw Refusal(.usage, "the reply says nothing", help: ["give a vote: \(option: .vote)"])
  }
}
