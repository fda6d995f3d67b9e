/// How votes are counted: the field `ballot` of `criteria.yml`.
package struct BallotRule: Hashable, Sendable {
  /// Whose votes a fraction is of.
  package enum Electorate: String, CaseIterable, Sendable {
    case pMembers = "p-members"
    /// P-members and o-members.
    case all

    package func holds(_ status: Committee.Body.Status) -> Bool {
      switch self {
      case .pMembers: status == .pMember
      case .all: status.votes
      }
    }
  }

  /// A kind of vote that is left out of both fractions.
  package enum LeftOut: String, CaseIterable, Sendable {
    case abstention
    case negativeWithoutTechnicalReason = "negative-without-technical-reason"
  }

  package let fields: Fields
  /// Where the rule comes from.
  package let basis: String
  package let approvers: Electorate
  /// The least part in favour of the votes cast by the approvers.
  package let approval: Fraction
  package let negativeVoters: Electorate
  /// The largest negative part of the votes cast.
  package let negative: Fraction
  package let leavesOut: [LeftOut]
  /// The least part of the approvers that has to answer.
  package let returned: Fraction?
  /// The least number of days between the opening and the end of voting.
  package let days: Int?
  /// The bodies without whose vote nothing is approved.
  package let mustVote: [Identifier]
  /// The part in favour from which a proposal that failed needs a meeting.
  package let meeting: Fraction?

  /// Returns nil where the fields do not meet ``Schema/ballotRule``.
  package init?(fields: Fields) {
    guard Schema.ballotRule.problems(in: fields).isEmpty,
      let approve = fields.fields("approve"), let negative = fields.fields("negative"),
      let approvers = approve.text("of").flatMap(Electorate.init),
      let approval = approve.text("at-least").flatMap({ Fraction($0) }),
      let negativeVoters = negative.text("of").flatMap(Electorate.init),
      let limit = negative.text("at-most").flatMap({ Fraction($0) })
    else { return nil }
    self.fields = fields
    (self.approvers, self.approval) = (approvers, approval)
    (self.negativeVoters, self.negative) = (negativeVoters, limit)
    basis = fields.text("basis") ?? ""
    leavesOut = fields.lines("leaves-out").compactMap(LeftOut.init)
    returned = fields.fields("returned")?.text("at-least").flatMap { Fraction($0) }
    days = fields.fields("days")?.integer("at-least")
    mustVote = fields.lines("must-vote").compactMap { Identifier($0) }
    meeting = fields.fields("meeting")?.text("from").flatMap { Fraction($0) }
  }
}

extension BallotRule.Electorate {
  package var phrase: String {
    switch self {
    case .pMembers: "p-members"
    case .all: "all p- and o-members"
    }
  }
}

extension BallotRule.LeftOut {
  package var phrase: String {
    switch self {
    case .abstention: "abstentions"
    case .negativeWithoutTechnicalReason: "negative votes without a technical reason"
    }
  }
}
