/// A body's answer to a ballot.
package enum Vote: String, CaseIterable, Sendable {
  case approve
  case approveWithComments = "approve-with-comments"
  case disapprove, abstain

  package var isInFavour: Bool { self == .approve || self == .approveWithComments }

  package var phrase: String {
    switch self {
    case .approve: "approves"
    case .approveWithComments: "approves with comments"
    case .disapprove: "disapproves"
    case .abstain: "abstains"
    }
  }
}

/// Whether a negative vote has a technical reason; it is judged, not counted.
package enum NegativeReason: String, CaseIterable, Sendable {
  case technical, none
}
