import Diagnostics

/// Checks that the present committee can meet the review rules at all.
package struct ReviewRulesCheck: Sendable {
  private let portfolio: Portfolio
  private let today: CalendarDate

  package init(_ portfolio: Portfolio, today: CalendarDate) {
    self.portfolio = portfolio
    self.today = today
  }

  /// Rules that require signatures which nobody can give would close the portfolio for ever.
  package func findings() -> [Finding] {
    guard portfolio.criteria.requiresSignedReviews else { return [] }
    let signers = (portfolio.committee?.members ?? []).filter {
      !$0.keys.isEmpty && $0.isActive(on: today)
    }
    let affiliations = Set(signers.map { Array($0.affiliation.utf8) }).count
    let isEnough = Nature.allCases.allSatisfy { nature in
      let quorum = portfolio.criteria.quorum(for: nature)
      return signers.count >= quorum.approvals && affiliations >= quorum.affiliations
    }
    guard !isEnough else { return [] }
    let has =
      switch signers.count {
      case 0: "no member has a key"
      case 1: "only one member has a key"
      case let count: "only \(count) members, of \(affiliations) affiliations, have keys"
      }
    return [
      Finding(
        .signedReviewsUnreachable, .criteria, FieldPath(["review", "require-signed-reviews"]),
        "signed reviews are required, but \(has)",
        help: ["first add 'keys' to the members in committee.yml, by a proposal of its own"])
    ]
  }
}
