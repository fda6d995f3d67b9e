/// The count of a vote as a transcript: which votes counted, which were left out and why, both
/// fractions beside their limits, and the verdict.
package struct Tally: Hashable, Sendable {
  package enum Verdict: String, CaseIterable, Sendable {
    case approved, disapproved
    /// It failed, with so many in favour that a meeting has to look at it.
    case meeting
    /// A negative vote whose reason is in doubt has to be judged first.
    case undecided
  }

  /// Why a vote is in neither fraction.
  package enum LeftOut: Hashable, Sendable {
    case abstention
    case noTechnicalReason(because: String)
    /// Liaisons comment and never vote.
    case liaison
  }

  package struct Cast: Hashable, Sendable {
    package let body: Committee.Body
    package let vote: Vote
    /// Nil where the vote counts.
    package let leftOut: LeftOut?
  }

  /// A condition of the rule that is not met.
  package enum Failure: Hashable, Sendable {
    case approval, negative, returned
    case mustVote([Identifier])
  }

  package let rule: BallotRule
  /// The votes in the order of the bodies.
  package let casts: [Cast]
  /// The bodies that could have voted and did not answer.
  package let silent: [Committee.Body]
  /// The bodies whose negative votes have a reason in doubt.
  package let doubtful: [Committee.Body]
  package let inFavour: Fraction
  package let negative: Fraction
  package let returned: Fraction
  package let failures: [Failure]
  package let verdict: Verdict

  /// Counts votes.
  ///
  /// - Parameter votes: The votes by body.
  /// - Parameter judgements: How negative votes were judged.
  /// - Parameter reasoned: The bodies whose comments give a technical reason. Without it, and
  ///   without a judgement, the reason of a negative vote is in doubt.
  package init(
    _ votes: [Identifier: Vote], of bodies: [Committee.Body], by rule: BallotRule,
    judgements: [Identifier: JudgedNegative] = [:], reasoned: Set<Identifier> = []
  ) {
    self.rule = rule
    let asksReasons = rule.leavesOut.contains(.negativeWithoutTechnicalReason)
    var (casts, doubtful): ([Cast], [Committee.Body]) = ([], [])
    for body in bodies {
      guard let vote = votes[body.id] else { continue }
      var leftOut: LeftOut?
      if !body.status.votes {
        leftOut = .liaison
      } else if vote == .abstain, rule.leavesOut.contains(.abstention) {
        leftOut = .abstention
      } else if vote == .disapprove, asksReasons {
        switch judgements[body.id] {
        case let judged? where judged.reason == .none:
          leftOut = .noTechnicalReason(because: judged.words)
        case nil where !reasoned.contains(body.id): doubtful.append(body)
        default: break
        }
      }
      casts.append(Cast(body: body, vote: vote, leftOut: leftOut))
    }
    let answered = Set(casts.map(\.body.id))
    let voting = bodies.filter(\.status.votes)
    silent = voting.filter { !answered.contains($0.id) }
    let counts = Counts(casts)
    let inFavour = counts.inFavour(of: rule.approvers)
    self.inFavour = inFavour
    negative = counts.negative(of: rule.negativeVoters)
    let approvers = voting.filter { rule.approvers.holds($0.status) }
    let returned = Tally.fraction(
      approvers.count { answered.contains($0.id) }, of: approvers.count)
    let failures = Tally.failures(rule, counts, returned, answered)
    (self.returned, self.failures) = (returned, failures)
    self.casts = casts
    self.doubtful = doubtful
    let isClose = rule.meeting.map { inFavour.isAtLeast($0) } ?? false
    let isVoteAlone = failures.allSatisfy { $0 == .approval || $0 == .negative }
    verdict =
      !doubtful.isEmpty
      ? .undecided
      : failures.isEmpty ? .approved : isVoteAlone && isClose ? .meeting : .disapproved
  }

  private static func failures(
    _ rule: BallotRule, _ counts: Counts, _ returned: Fraction, _ answered: Set<Identifier>
  ) -> [Failure] {
    var failures: [Failure] = []
    if !counts.isApproved(by: rule) { failures.append(.approval) }
    if !counts.isFreeOfObjection(by: rule) { failures.append(.negative) }
    if let limit = rule.returned, !returned.isAtLeast(limit) { failures.append(.returned) }
    let missing = rule.mustVote.filter { !answered.contains($0) }
    if !missing.isEmpty { failures.append(.mustVote(missing)) }
    return failures
  }

  /// A part of a whole, both counted.
  static func fraction(_ part: Int, of whole: Int) -> Fraction {
    guard let fraction = Fraction(part, of: whole) else {
      preconditionFailure("a part is not larger than its whole")
    }
    return fraction
  }
}

extension Tally {
  /// How many votes counted, by kind of body.
  struct Counts: Hashable {
    struct Side: Hashable {
      var inFavour = 0
      var negative = 0
      /// Votes that are neither, where the rule counts abstentions.
      var neither = 0

      var all: Int { inFavour + negative + neither }
    }

    var pMembers = Side()
    var oMembers = Side()

    init(_ casts: [Cast]) {
      for cast in casts where cast.leftOut == nil {
        let path = cast.body.status == .pMember ? \Counts.pMembers : \Counts.oMembers
        switch cast.vote {
        case .approve, .approveWithComments: self[keyPath: path].inFavour += 1
        case .disapprove: self[keyPath: path].negative += 1
        case .abstain: self[keyPath: path].neither += 1
        }
      }
    }

    private func sides(_ electorate: BallotRule.Electorate) -> [Side] {
      electorate == .pMembers ? [pMembers] : [pMembers, oMembers]
    }

    func inFavour(of electorate: BallotRule.Electorate) -> Fraction {
      let sides = sides(electorate)
      return Tally.fraction(
        sides.map(\.inFavour).reduce(0, +), of: sides.map(\.all).reduce(0, +))
    }

    func negative(of electorate: BallotRule.Electorate) -> Fraction {
      let sides = sides(electorate)
      return Tally.fraction(
        sides.map(\.negative).reduce(0, +), of: sides.map(\.all).reduce(0, +))
    }

    func isApproved(by rule: BallotRule) -> Bool {
      inFavour(of: rule.approvers).isAtLeast(rule.approval)
    }

    func isFreeOfObjection(by rule: BallotRule) -> Bool {
      negative(of: rule.negativeVoters).isAtMost(rule.negative)
    }

    func passes(_ rule: BallotRule) -> Bool { isApproved(by: rule) && isFreeOfObjection(by: rule) }
  }
}
