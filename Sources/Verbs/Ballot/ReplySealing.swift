import Diagnostics
import PortfolioModel
import Records
import Store

/// Seals replies here, and makes the receipts that prove them later: what all ways of taking a reply
/// have in common.
struct ReplySealing {
  let id: Identifier
  let ballot: Ballot
  let entry: BallotEntry
  /// A folder that keeps the replies too.
  let keeping: String?
  let surroundings: Surroundings

  private var today: CalendarDate { surroundings.day(in: ballot.zone) }

  /// Refuses on a day on which nobody can vote, or of which the commit would not be.
  func refuseOtherDays(in workspace: borrowing Workspace) throws(Refusal) {
    let today = today
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
    try workspace.refuseReceipt(of: today, surroundings)
  }

  /// The replies of a body that are sealed here, and whether the last one is the last that came.
  func sealed(
    of body: Committee.Body, in workspace: borrowing Workspace
  ) throws(Refusal) -> (replies: [Reply], isLast: Bool) {
    let sealed = try workspace.sealedReplies(of: body.id, to: id)
    let isLast =
      sealed.last.map { digest($0, body) == entry.receipts[body.id]?.last?.digest } ?? false
    return (sealed, isLast)
  }

  private func digest(_ reply: Reply, _ body: Committee.Body) -> String {
    SealedReply.digest(reply, of: body.id, to: id)
  }

  /// The file of a body's receipts with one for a reply more.
  func receipts(_ reply: Reply, of body: Committee.Body) -> (path: String, text: String?) {
    let receipt = Receipt(
      round: ballot.round.number, date: today,
      time: ballot.zone.day(at: surroundings.now) == today
        ? ballot.zone.time(at: surroundings.now) : nil,
      digest: digest(reply, body))
    return (
      Layout.path(of: .receipts(body: body.id.text), of: id),
      BallotFiles.receipts(
        (entry.receipts[body.id] ?? []) + [receipt], entry.lost[body.id] ?? [])
    )
  }

  /// Seals a reply after those that are sealed already, unless it is only rehearsed.
  func seal(
    _ reply: Reply, after sealed: [Reply], of body: Committee.Body,
    in workspace: borrowing Workspace
  ) throws(Refusal) {
    guard !surroundings.rehearses else { return }
    if let keeping { try workspace.keep(reply, of: body.id, to: id, in: keeping) }
    try workspace.seal(sealed + [reply], of: body.id, to: id)
  }

  /// Refuses what could not be read again when voting ends.
  func refuseUnreadable(_ replies: [Reply], of body: Committee.Body) throws(Refusal) {
    let path = Layout.path(of: .replies(body: body.id.text), of: id)
    let replies = (entry.replies[body.id] ?? []) + replies
    let bytes = Array(BallotFiles.replies(replies).utf8)
    let file = RecordFile(bytes, path: path, schema: .replies)
    guard bytes.count <= Layout.limit(of: path) else {
      throw Refusal(
        .refused, "the replies of \(body.name) hold more than \(Limits.inWords(Limits.record))",
        help: ["shorten the comments"])
    }
    let read = file.fields.map(Reply.all)?.last.map { digest($0, body) }
    guard file.diagnostics.isEmpty, read == replies.last.map({ digest($0, body) }) else {
      throw Refusal(
        .refused, "the reply could not be read again, so nothing was taken:",
        details: file.diagnostics.map(\.message), help: ["write the comments in plain text"])
    }
  }

  /// What is said of a reply that was taken.
  func sentences(_ reply: Reply, _ body: Committee.Body) -> [Hint] {
    let doubtful = ballot.round.items.filter {
      reply.vote(on: $0.number) == .disapprove && !reply.givesReason(on: $0.number)
    }
    return taken(of: body)
      + (doubtful.isEmpty
        ? []
        : [
          "It disapproves \(doubtful.map(\.label).conjunction) without a technical comment: such a "
            + "vote may be left out."
        ])
  }

  /// A reply stands in the place of one of the same round; what came in earlier rounds counts still.
  private func taken(of body: Committee.Body) -> [Hint] {
    let rounds = Set((entry.receipts[body.id] ?? []).map(\.round))
    let number = ballot.round.number
    let replaces = rounds.contains(number)
    guard number > 1 else {
      return [
        replaces
          ? "\(body.name) has answered anew; the reply before is not counted."
          : "\(body.name) has answered. The reply is sealed until voting ends."
      ]
    }
    let stands = ballot.voteOn == .each && rounds.contains { $0 < number }
    return [
      replaces
        ? "\(body.name) has answered anew in round \(number); its reply before in that round is not "
          + "counted."
        : "\(body.name) has answered in round \(number). The reply is sealed until voting ends."
    ] + (stands ? ["Its votes of earlier rounds on other proposals stand."] : [])
  }

  /// What is said where a reply exists but once.
  var warning: [Hint] {
    keeping == nil
      ? ["It exists on this machine alone until then; keep it elsewhere too: \(option: .keep)."]
      : []
  }

  /// The votes on what the ballot asks.
  func answers(
    _ votes: [Int?: Vote], of body: Committee.Body
  ) throws(Refusal) -> [Int?: Vote] {
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

  /// Refuses votes and comments on what is not in the ballot, and comments without a word.
  func refuseOthers(_ votes: [Int?: Vote], _ comments: [Comment]) throws(Refusal) {
    if comments.contains(where: { $0.text.isBlank }) {
      throw Refusal.empty("the comment", .comment)
    }
    let named = votes.keys.compactMap { $0 } + comments.compactMap(\.proposal)
    guard
      let other = named.sorted().first(where: { number in
        !ballot.round.items.contains { $0.number == number }
      })
    else { return }
    throw Refusal(
      .refused,
      "proposal \(Proposal.label(other)) is not in "
        + (ballot.round.number > 1 ? "round \(ballot.round.number) of " : "") + "ballot '\(id)'",
      help: ["its proposals are: \(ballot.round.items.map(\.label).listed)"])
  }

  /// The body whose reply it is.
  ///
  /// - Parameter body: The one that is meant, of those that the member answers for.
  func body(
    answeredBy voter: Identifier, _ body: Identifier?
  ) throws(Refusal) -> Committee.Body {
    let bodies = ballot.bodies(answeredBy: voter).filter { body == nil || $0.id == body }
    guard let first = bodies.first else { throw notAVoter(voter, body) }
    guard bodies.count == 1 else {
      throw Refusal(
        .refused, "'\(voter)' answers for \(bodies.map(\.id.text).conjunction)",
        help: ["say for which: \(option: .body)"])
    }
    return first
  }

  private func notAVoter(_ voter: Identifier, _ body: Identifier?) -> Refusal {
    let voters = ballot.bodies.flatMap { [$0.voter, $0.substitute].compactMap { $0?.text } }
    return Refusal(
      .refused,
      "'\(voter)' answers for \(body.map { "no body '\($0)'" } ?? "no body") in ballot '\(id)'",
      help: [
        Nearest.hint(for: voter.text, in: voters, "these do")
      ])
  }
}

extension Reply {
  /// Whether both say the same, whatever their salts.
  func isSame(as other: Reply) -> Bool {
    let same = Reply(
      salt: salt, voter: other.voter, votes: other.votes, comments: other.comments)
    return CanonicalText.of(fields, .reply) == CanonicalText.of(same.fields, .reply)
  }
}
