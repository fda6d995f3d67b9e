extension BallotEntry {
  /// The receipts of a body whose replies are not lost.
  package func heldReceipts(of body: Identifier) -> [Receipt] {
    let gone = Set((lost[body] ?? []).map(\.digest))
    return (receipts[body] ?? []).filter { !gone.contains($0.digest) }
  }

  /// The replies of a body that count: the last one of each round in which it answered.
  package func counting(of body: Identifier) -> [(round: Int, reply: Reply)] {
    var counting: [(round: Int, reply: Reply)] = []
    for (receipt, reply) in zip(heldReceipts(of: body), replies[body] ?? []) {
      if counting.last?.round == receipt.round { counting.removeLast() }
      counting.append((receipt.round, reply))
    }
    return counting
  }

  /// A body's vote that counts: the newest one, which may be of an earlier round.
  package func vote(of body: Identifier, on question: Int?) -> (vote: Vote, round: Int)? {
    for (round, reply) in counting(of: body).reversed() {
      if let vote = question.map({ reply.vote(on: $0) }) ?? reply.votes[nil] {
        return (vote, round)
      }
    }
    return nil
  }

  /// Whether a body's comments give a technical reason for a negative vote.
  func givesReason(_ body: Identifier, on question: Int?) -> Bool {
    counting(of: body).contains { _, reply in
      question.map { reply.givesReason(on: $0) }
        ?? reply.comments.contains { $0.kind == .technical }
    }
  }

  /// The comments that count, with their ids, in the order of the bodies and of the rounds.
  package var comments: [(id: Comment.ID, comment: Comment)] {
    (ballot?.bodies ?? []).flatMap { body in
      counting(of: body.id).flatMap(\.reply.comments).enumerated().map { index, comment in
        (Comment.ID(body.id, index + 1), comment)
      }
    }
  }

  /// The technical comments of a body that may give the reason for a negative vote.
  package func technical(_ body: Identifier, on question: Int?) -> [Comment.ID] {
    comments.filter { id, comment in
      id.body == body && comment.kind == .technical
        && (question == nil || comment.proposal == nil || comment.proposal == question)
    }.map(\.id)
  }

  /// The bodies that have answered in a round, with replies that are not lost.
  package func answered(in round: Int) -> [Committee.Body] {
    (ballot?.bodies ?? []).filter { body in
      heldReceipts(of: body.id).contains { $0.round == round }
    }
  }

  /// The bodies that have answered in the present round.
  package var answered: [Committee.Body] { ballot.map { answered(in: $0.round.number) } ?? [] }

  /// The bodies that can vote and have not answered in the present round.
  package var silent: [Committee.Body] {
    let ids = Set(answered.map(\.id))
    return (ballot?.votingBodies ?? []).filter { !ids.contains($0.id) }
  }

  /// The negative votes that stand: those that count against a proposal.
  package var standing: [(question: Int?, body: Committee.Body)] {
    guard let ballot else { return [] }
    return ballot.questions.flatMap { question in
      let against = tally(on: question, ballot).casts.filter {
        $0.vote == .disapprove && $0.leftOut == nil
      }
      return against.map { (question, $0.body) }
    }
  }
}

extension BallotEntry {
  /// Whether a proposal that the ballot holds may have become this: comments are being answered, and
  /// it names some that it answers.
  package func permits(_ proposal: Proposal?) -> Bool {
    guard state == .resolving, let proposal else { return false }
    let named = proposal.answers(to: id)
    let known = Set(comments.map(\.id))
    return !named.isEmpty && named.allSatisfy(known.contains)
  }
}
