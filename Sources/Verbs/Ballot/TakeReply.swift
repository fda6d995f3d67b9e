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

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> DeskOutcome {
    let desk = BallotDesk(id: id, surroundings: surroundings)
    return try desk.step(in: workspace) { ground throws(Refusal) in
      let (entry, ballot) = try ground.ballot()
      try entry.refuse(unless: .voting)
      let sealing = ReplySealing(
        id: id, ballot: ballot, entry: entry, keeping: keeping, surroundings: surroundings)
      try sealing.refuseFolder(in: workspace)
      try sealing.refuseOtherDays(in: workspace)
      let body = try sealing.body(answeredBy: voter, body)
      let said = Reply(
        salt: salt, voter: voter, votes: try sealing.answers(votes, of: body), comments: comments)
      try sealing.refuseOthers(votes, comments)
      try refuseUnfit(said)
      let (sealed, isLast) = try sealing.sealed(of: body, in: workspace)
      let last = isLast ? sealed.last : nil
      let reply = said.keeping(last, to: ballot)
      if let last, last.isSame(as: reply) {
        return DeskOutcome(try sealing.keepKnown(sealed, of: body, in: workspace), written: nil)
      }
      try sealing.refuseUnreadable(sealed + [reply], of: body)
      try sealing.seal(reply, after: sealed, of: body, in: workspace)
      let written = try desk.save(
        [sealing.receipts(reply, of: body)], .receipt([body.id]), over: ground, in: workspace)
      return DeskOutcome(
        sealing.sentences(reply, body) + standing(of: reply, besides: said)
          + sealing.warning, written: written)
    }
  }

  /// What is said of votes that the body gave before and does not give anew.
  private func standing(of reply: Reply, besides said: Reply) -> [Hint] {
    let kept = reply.votes.keys.filter { said.votes[$0] == nil }
    guard !kept.isEmpty else { return [] }
    let labels = kept.compactMap { $0 }.sorted().map { Proposal.label($0) }
    return [
      labels.isEmpty
        ? "Its vote before stands." : "What it answered before on \(labels.conjunction) stands."
    ]
  }

  /// A reply that says nothing.
  private func refuseUnfit(_ reply: Reply) throws(Refusal) {
    guard reply.votes.isEmpty, comments.isEmpty else { return }
    throw Refusal(.usage, "the reply says nothing", help: ["give a vote: \(option: .vote)"])
  }
}

extension Reply {
  /// The reply with what the body said before of that on which it does not vote now: who answers on one
  /// proposal takes nothing back of the others.
  fileprivate func keeping(_ last: Reply?, to ballot: Ballot) -> Reply {
    let questions: [Int?] = ballot.voteOn == .each ? ballot.round.items.map(\.number) : [nil]
    guard let last, questions.contains(where: { votes[$0] == nil }) else { return self }
    let earlier = last.comments.filter { comment in
      (comment.proposal == nil || votes[comment.proposal] == nil) && !comments.contains(comment)
    }
    return Reply(
      salt: salt, voter: voter, votes: last.votes.merging(votes) { $1 },
      comments: earlier + comments)
  }
}
