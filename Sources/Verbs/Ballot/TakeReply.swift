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
      try sealing.refuseFolder(in: workspace)
      try sealing.refuseOtherDays(in: workspace)
      let body = try sealing.body(answeredBy: voter, body)
      let reply = Reply(
        salt: salt, voter: voter, votes: try sealing.answers(votes, of: body), comments: comments)
      try sealing.refuseOthers(votes, comments)
      try refuseUnfit(reply)
      let (sealed, isLast) = try sealing.sealed(of: body, in: workspace)
      if let last = sealed.last, isLast, last.isSame(as: reply) {
        return BallotOutcome(
          ballot: id, sentences: try sealing.keepKnown(sealed, of: body, in: workspace),
          written: nil)
      }
      try sealing.refuseUnreadable(sealed + [reply], of: body)
      try sealing.seal(reply, after: sealed, of: body, in: workspace)
      let written = try desk.save(
        [sealing.receipts(reply, of: body)], .receipt([body.id]), over: ground, in: workspace)
      return BallotOutcome(
        ballot: id, sentences: sealing.sentences(reply, body) + sealing.warning, written: written)
    }
  }

  /// A reply that says nothing.
  private func refuseUnfit(_ reply: Reply) throws(Refusal) {
    guard reply.votes.isEmpty, comments.isEmpty else { return }
    throw Refusal(.usage, "the reply says nothing", help: ["give a vote: \(option: .vote)"])
  }
}
