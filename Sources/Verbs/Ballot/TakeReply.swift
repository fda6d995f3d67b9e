package import Diagnostics
package import PortfolioModel
import Records
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
      let today = surroundings.day(in: ballot.zone)
      try refuseLate(ballot, today)
      try refuseOtherDay(today, than: try workspace.committer(surroundings).day)
      let body = try answered(ballot)
      let reply = Reply(
        salt: salt, voter: voter, votes: try answers(ballot, body), comments: comments)
      try refuseUnfit(reply, ballot)
      let sealed = try workspace.sealedReplies(of: body.id, to: id)
      let receipts = entry.receipts[body.id] ?? []
      if let last = sealed.last, last.isSame(as: reply),
        receipts.last?.digest == SealedReply.digest(last, of: body.id, to: id)
      {
        return BallotOutcome(
          ballot: id, sentences: ["\(body.name) has answered just that already."], written: nil)
      }
      try refuseUnreadable((entry.replies[body.id] ?? []) + sealed + [reply], of: body)
      let receipt = Receipt(
        round: ballot.round.number, date: today, time: ballot.zone.time(at: surroundings.now),
        digest: SealedReply.digest(reply, of: body.id, to: id))
      if !surroundings.rehearses {
        if let keeping { try workspace.keep(reply, of: body.id, to: id, in: keeping) }
        try workspace.seal(sealed + [reply], of: body.id, to: id)
      }
      let written = try desk.save(
        [
          (
            Layout.path(of: .receipts(body: body.id.text), of: id),
            BallotFiles.receipts(receipts + [receipt])
          )
        ], .receipt(body.id), over: ground, in: workspace)
      return BallotOutcome(
        ballot: id,
        sentences: sentences(reply, body, replaces: entry.answered.contains(body), ballot),
        written: written)
    }
  }

  private func sentences(
    _ reply: Reply, _ body: Committee.Body, replaces: Bool, _ ballot: Ballot
  ) -> [Hint] {
    let doubtful = ballot.items.filter {
      reply.vote(on: $0.number) == .disapprove && !reply.givesReason(on: $0.number)
    }
    return [
      replaces
        ? "\(body.name) has answered anew; the reply before is not counted."
        : "\(body.name) has answered. The reply is sealed until voting ends."
    ]
      + (doubtful.isEmpty
        ? []
        : [
          "It disapproves \(doubtful.map(\.label).conjunction) without a technical comment: such a "
            + "vote may be left out."
        ])
      + (keeping == nil
        ? [
          "It exists on this machine alone until then; keep it elsewhere too: \(option: .keep)."
        ] : [])
  }

  /// Refuses what could not be read again when voting ends.
  private func refuseUnreadable(_ replies: [Reply], of body: Committee.Body) throws(Refusal) {
    let path = Layout.path(of: .replies(body: body.id.text), of: id)
    let bytes = Array(BallotFiles.replies(replies).utf8)
    let file = RecordFile(bytes, path: path, schema: .replies)
    guard bytes.count <= Layout.limit(of: path) else {
      throw Refusal(
        .refused, "the replies of \(body.name) hold more than \(Limits.inWords(Limits.record))",
        help: ["shorten the comments"])
    }
    let read = file.fields.map(Reply.all)?.last.map { SealedReply.digest($0, of: body.id, to: id) }
    let wanted = replies.last.map { SealedReply.digest($0, of: body.id, to: id) }
    guard file.diagnostics.isEmpty, read == wanted else {
      throw Refusal(
        .refused, "the reply could not be read again, so nothing was taken:",
        details: file.diagnostics.map(\.message), help: ["write the comments in plain text"])
    }
  }

  /// Refuses a receipt of another day than its commit: a late reply could be dated back.
  private func refuseOtherDay(
    _ today: CalendarDate, than commit: CalendarDate
  ) throws(Refusal) {
    guard !today.isNear(commit) else { return }
    throw Refusal(
      .refused, "the receipt would be of \(today), and the commit that holds it of \(commit)",
      help: ["take the reply as of that day: \(option: .asOf, commit.description)"])
  }

  private func refuseLate(_ ballot: Ballot, _ today: CalendarDate) throws(Refusal) {
    if today > ballot.closes {
      throw Refusal(
        .refused, "voting in ballot '\(id)' closed on \(ballot.closes), and today is \(today)",
        help: ["a late reply counts only if voting is extended: \(line: .ballot(.extend(id.text)))"]
      )
    }
    if today < ballot.round.opened {
      throw Refusal(
        .refused, "voting in ballot '\(id)' opened on \(ballot.round.opened), after \(today)")
    }
  }

  /// The body whose reply it is.
  private func answered(_ ballot: Ballot) throws(Refusal) -> Committee.Body {
    let bodies = ballot.bodies(answeredBy: voter).filter { body == nil || $0.id == body }
    guard let first = bodies.first else { throw notAVoter(ballot) }
    guard bodies.count == 1 else {
      throw Refusal(
        .refused, "'\(voter)' answers for \(bodies.map(\.id.text).conjunction)",
        help: ["say for which: \(option: .body)"])
    }
    return first
  }

  private func notAVoter(_ ballot: Ballot) -> Refusal {
    let voters = ballot.bodies.flatMap { [$0.voter, $0.substitute].compactMap { $0?.text } }
    return Refusal(
      .refused,
      "'\(voter)' answers for \(body.map { "no body '\($0)'" } ?? "no body") in ballot '\(id)'",
      help: [
        Nearest.match(for: voter.text, in: voters).map { "did you mean '\($0)'?" }
          ?? "these do: \(voters.listed)"
      ])
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
    return Dictionary(uniqueKeysWithValues: ballot.round.items.map { ($0.number, all) })
  }

  /// Votes and comments on what is not in the ballot, and answers that say nothing.
  private func refuseUnfit(_ reply: Reply, _ ballot: Ballot) throws(Refusal) {
    let named = reply.votes.keys.compactMap { $0 } + comments.compactMap(\.proposal)
    if let other = named.sorted().first(where: { number in
      !ballot.round.items.contains { $0.number == number }
    }) {
      throw Refusal(
        .refused,
        "proposal \(Proposal.label(other)) is not in "
          + (ballot.round.number > 1 ? "round \(ballot.round.number) of " : "")
          + "ballot '\(id)'",
        help: ["its proposals are: \(ballot.round.items.map(\.label).listed)"])
    }
    if comments.contains(where: { $0.text.isBlank }) {
      throw Refusal.empty("the comment", .comment)
    }
    guard reply.votes.isEmpty, comments.isEmpty else { return }
    throw Refusal(.usage, "the reply says nothing", help: ["give a vote: \(option: .vote)"])
  }
}

extension Reply {
  /// Whether both say the same, whatever their salts.
  fileprivate func isSame(as other: Reply) -> Bool {
    let same = Reply(
      salt: salt, voter: other.voter, votes: other.votes, comments: other.comments)
    return CanonicalText.of(fields, .reply) == CanonicalText.of(same.fields, .reply)
  }
}
