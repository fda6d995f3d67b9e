/// One folder of `Proposals/ballots/`: a ballot with all that came in.
package struct BallotEntry: Sendable {
  package let id: Identifier
  /// Nil where `ballot.yml` can't be read.
  package let ballot: Ballot?
  /// By body, in the order in which they came.
  package let receipts: [Identifier: [Receipt]]
  /// By body, the replies that officers declared lost, in that order.
  package let lost: [Identifier: [LostReply]]
  /// By body, in the order of the receipts whose replies are not lost; empty until voting has ended.
  package let replies: [Identifier: [Reply]]
  /// By body, in the order in which they were given: the last one to a comment counts.
  package let dispositions: [Identifier: [Disposition]]
  package let negatives: [Identifier: [JudgedNegative]]
  /// What commenters said of the answers, by body.
  package let satisfactions: [Identifier: [Satisfaction]]
  package let result: BallotResult?

  package init(
    id: Identifier, ballot: Ballot?, receipts: [Identifier: [Receipt]] = [:],
    lost: [Identifier: [LostReply]] = [:], replies: [Identifier: [Reply]] = [:],
    dispositions: [Identifier: [Disposition]] = [:],
    negatives: [Identifier: [JudgedNegative]] = [:],
    satisfactions: [Identifier: [Satisfaction]] = [:], result: BallotResult? = nil
  ) {
    self.satisfactions = satisfactions
    self.id = id
    self.ballot = ballot
    (self.receipts, self.lost) = (receipts, lost)
    self.replies = replies
    self.dispositions = dispositions
    self.negatives = negatives
    self.result = result
  }

  /// A ballot that can't be read counts as voting: nothing that it holds may be changed.
  package var state: Ballot.State {
    guard let ballot else { return .voting }
    if ballot.cancelled != nil || result != nil { return .closed }
    return ballot.ended == nil ? .voting : .resolving
  }

  /// The disposition of a comment, which may be that of another one that says the same.
  package func disposition(of comment: Comment.ID) -> Disposition? {
    dispositions[comment.body]?.last { $0.comment == comment }
  }

  /// What the commenter said last of the answer.
  package func satisfaction(of comment: Comment.ID) -> Satisfaction? {
    satisfactions[comment.body]?.last { $0.comment == comment }
  }

  /// The files that came, and have to be there as they came.
  package var originals: [Original] {
    satisfactions.sorted { $0.key < $1.key }.flatMap { $0.value.map(\.message) }
      + [result?.external].compactMap { $0 }
  }

  /// The count for each question, in their order; empty where there is nothing to count yet.
  package var tallies: [(question: Int?, tally: Tally)] {
    guard let ballot, ballot.ended != nil else { return [] }
    return ballot.questions.map { ($0, tally(on: $0, ballot)) }
  }

  /// The count for a proposal.
  package func tally(of proposal: Int) -> Tally? {
    guard let ballot else { return nil }
    return tallies.first { ballot.voteOn == .package || $0.question == proposal }?.tally
  }

  func tally(on question: Int?, _ ballot: Ballot) -> Tally {
    var (votes, judged): ([Identifier: Vote], [Identifier: JudgedNegative]) = ([:], [:])
    var reasoned: Set<Identifier> = []
    for body in ballot.bodies {
      guard let cast = vote(of: body.id, on: question) else { continue }
      votes[body.id] = cast.vote
      judged[body.id] = negatives[body.id]?.last {
        $0.round == cast.round && ($0.proposal == question || $0.proposal == nil)
      }
      if givesReason(body.id, on: question) { reasoned.insert(body.id) }
    }
    return Tally(
      votes, of: ballot.bodies, by: ballot.rule, judgements: judged, reasoned: reasoned)
  }

  /// The result that the count gives.
  ///
  /// - Parameter contents: What proposals have become since they were voted on, by number.
  package func expectedLines(_ contents: [Int: String] = [:]) -> [BallotResult.Line] {
    (ballot?.items ?? []).compactMap { item in
      tally(of: item.number).map {
        BallotResult.Line(item, now: contents[item.number] ?? item.content, $0)
      }
    }
  }
}

extension [BallotEntry] {
  /// The ballot that holds a proposal as it is: voting on it, or resolving comments.
  package func holding(_ proposal: Int) -> BallotEntry? {
    first { $0.state != .closed && $0.ballot?.item(proposal) != nil }
  }

  /// The latest closed ballot that decided on a content of a proposal.
  package func decision(
    on proposal: Int, content: String
  ) -> (ballot: BallotEntry, line: BallotResult.Line)? {
    var latest: (ballot: BallotEntry, line: BallotResult.Line, date: CalendarDate)?
    for entry in self where entry.ballot?.cancelled == nil {
      guard let result = entry.result, let line = result.line(proposal),
        line.content.hasSameBytes(as: content), latest.map({ $0.date <= result.date }) ?? true
      else { continue }
      latest = (entry, line, result.date)
    }
    return latest.map { ($0.ballot, $0.line) }
  }
}
