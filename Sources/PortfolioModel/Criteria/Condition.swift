/// A condition that is not a threshold.
package enum Condition: String, CaseIterable, Sendable {
  /// No standard that supersedes this one, in any number of steps, is preferred (5.2.2).
  case notSuperseded = "not-superseded"
  /// A standard that supersedes this one, in any number of steps, is preferred (5.2.2).
  case supersededByPreferred = "superseded-by-preferred"

  /// The requirement of the condition, in words.
  package var requirement: String {
    switch self {
    case .notSuperseded: "no preferred successor"
    case .supersededByPreferred: "a preferred successor"
    }
  }
}

/// The regional level that is compared with a threshold where a rating has no combined level.
package enum RegionalCounting: String, CaseIterable, Sendable {
  case lowest, highest
}

/// Where a move starts: outside the portfolio, or in a group.
package enum MoveOrigin: String, CaseIterable, Sendable {
  case new, preferred, legacy, emerging

  package var group: Group? { Group(rawValue: rawValue) }

  package init(_ group: Group?) {
    self = group.flatMap { MoveOrigin(rawValue: $0.rawValue) } ?? .new
  }
}

/// Where a move ends: in a group, or off the portfolio.
package enum MoveTarget: String, CaseIterable, Sendable {
  case preferred, legacy, emerging, delisted

  package var group: Group? { Group(rawValue: rawValue) }

  package init(_ group: Group?) {
    self = group.flatMap { MoveTarget(rawValue: $0.rawValue) } ?? .delisted
  }
}

/// The condition of a move besides the criteria of its target group.
package enum MoveCondition: String, CaseIterable, Sendable {
  /// The standard misses a criterion of the group that it leaves, whether waived or not.
  case criterionMissed = "criterion-missed"
  /// The standards that replace it are named.
  case replaced

  package var requirement: String {
    switch self {
    case .criterionMissed: "a required criterion of its group is missed, waived or not"
    case .replaced: "the standards that replace it are named"
    }
  }
}

/// Whether a proposal is accepted only after a ballot.
package enum BallotNeed: String, CaseIterable, Sendable {
  case optional, required
}
