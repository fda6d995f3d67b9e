/// The result of the reviews of one proposal.
///
/// They are judged by the committee and the review rules of the base, never by those that the
/// proposal itself would bring.
package struct ReviewStanding: Sendable {
  /// The reason why a review does not count.
  package enum Discount: Hashable, Sendable {
    /// It approves an earlier content.
    case lapsed
    /// It is by the proposer, or by someone who worked on the proposal's text.
    case own
    /// Its author is not on the committee.
    case unknown
    /// Its author is not on the committee on this day, or was not when it was committed.
    case inactive
    /// It is dated after its commit.
    case ahead
    case abstained
    /// A chair settled the objection, with a signature where signed reviews are required.
    case resolved
    /// Signed reviews are required, and it is not signed.
    case unsigned
    /// Its signature is not its author's signature over this review; the reason follows a colon.
    case wronglySigned(String)
    /// Its signature could not be checked; the reason follows a colon.
    case unchecked(String)
  }

  package let label: String
  package let approvals: [Review]
  package let objections: [Review]
  package let discounted: [(review: Review, why: Discount)]
  package let quorum: Criteria.Quorum
  /// Whether one approval by someone else is enough because there is no committee.
  package let assumesNoCommittee: Bool
  /// The number of people who approve; a person who does so by id and by address counts once.
  private let approvers: Int
  private let affiliations: [String]

  /// `state`: nil where it can't be read; no settlement counts then. `ownPeople`: the addresses, in
  /// lower case, of the people whose approvals do not count. `brought`: the days of the commits
  /// that brought the reviews, by the stem of the file; where none is known, the review's own date
  /// is used.
  package init(
    of proposal: Proposal, content: String, reviews: [Review], state: ProposalState?,
    signatures: ReviewSignatures, on base: Portfolio, ownPeople: Set<String>,
    brought: [String: CalendarDate] = [:], today: CalendarDate
  ) {
    label = proposal.label
    let committee = base.committee
    assumesNoCommittee = committee == nil
    quorum =
      committee == nil
      ? Criteria.Quorum(approvals: 1, affiliations: 1)
      : base.criteria.quorum(for: proposal.nature)
    var approvals: [Review] = []
    var objections: [Review] = []
    var discounted: [(review: Review, why: Discount)] = []
    for review in reviews.sorted(by: { $0.file.precedesBytewise($1.file) }) {
      let settlements = (state?.resolutions ?? []).filter {
        ReviewStanding.isSigned($0, signatures, base.criteria)
      }
      let standing =
        ReviewStanding.standing(
          of: review, brought[review.file], content, settlements, committee, ownPeople, today)
        ?? ReviewStanding.discount(
          of: review, signatures[review], isRequired: base.criteria.requiresSignedReviews)
      switch (standing, review.verdict) {
      case (let why?, _): discounted.append((review, why))
      case (nil, .approve): approvals.append(review)
      case (nil, _): objections.append(review)
      }
    }
    self.approvals = approvals
    self.objections = objections
    self.discounted = discounted
    approvers = Set(approvals.compactMap { $0.address(in: committee) }).count
    affiliations = Set(approvals.map { committee?.author(of: $0)?.affiliation ?? "" })
      .sorted { $0.precedesBytewise($1) }
  }

  private static func standing(
    of review: Review, _ brought: CalendarDate?, _ content: String,
    _ settlements: [ProposalState.Resolution],
    _ committee: Committee?, _ ownPeople: Set<String>, _ today: CalendarDate
  ) -> Discount? {
    guard let address = review.address(in: committee) else { return .unknown }
    guard !review.date.isBeyond(brought ?? today) else { return .ahead }
    if let committee {
      guard let member = committee.author(of: review) else { return .unknown }
      let wasMember =
        brought.map { member.isActive(around: $0) } ?? member.isActive(on: review.date)
      let isMember = member.isActive(on: today)
      // A member's objection still counts after the membership has ended.
      guard review.verdict == .object ? wasMember || isMember : wasMember && isMember else {
        return .inactive
      }
    }
    switch review.verdict {
    case .abstain: return .abstained
    case .object:
      let isResolved = settlements.contains { resolution in
        guard let chair = Identifier(resolution.by).flatMap({ committee?.member($0) }),
          chair.role == .chair, !ownPeople.contains(chair.person.key)
        else { return false }
        return resolution.settles(review) && resolution.date <= today
          && chair.isActive(on: resolution.date) && chair.isActive(on: today)
      }
      return isResolved ? .resolved : nil
    case .approve:
      if ownPeople.contains(address) { return .own }
      return review.content == content ? nil : .lapsed
    }
  }

  /// Whether a settlement is signed as the criteria require.
  private static func isSigned(
    _ resolution: ProposalState.Resolution, _ signatures: ReviewSignatures, _ criteria: Criteria
  ) -> Bool {
    switch signatures[resolution] {
    case .verified: true
    case .absent: !criteria.requiresSignedReviews
    case .invalid, .unchecked: false
    }
  }

  /// The reason why an approval doesn't count because of its signature. An objection counts in any
  /// case: people who doubt it can ask its author.
  private static func discount(
    of review: Review, _ signature: SignatureStanding, isRequired: Bool
  ) -> Discount? {
    guard review.verdict == .approve else { return nil }
    switch signature {
    case .verified: return nil
    case .absent: return isRequired ? .unsigned : nil
    case .invalid(let why): return .wronglySigned(why)
    case .unchecked(let why): return .unchecked(why)
    }
  }

  /// Whether a chair settled an objection.
  package func isSettled(_ objection: Review) -> Bool {
    discounted.contains { review, why in
      why == .resolved && review.file.hasSameBytes(as: objection.file)
    }
  }

  package var missingApprovals: Int { max(0, quorum.approvals - approvers) }

  package var missingAffiliations: Int { max(0, quorum.affiliations - affiliations.count) }

  /// Whether the proposal may be committed as far as reviews go.
  package var isEnough: Bool {
    missingApprovals == 0 && (assumesNoCommittee || missingAffiliations == 0) && objections.isEmpty
  }

  /// What is missing, as phrases after "needs".
  package var needs: [String] {
    var needs: [String] = []
    let missing = max(missingApprovals, assumesNoCommittee ? 0 : missingAffiliations)
    if missing > 0 {
      let count = approvals.isEmpty ? ReviewStanding.count(missing) : ReviewStanding.more(missing)
      var phrase = "\(count) approval\(missing == 1 ? "" : "s")"
      if assumesNoCommittee {
        phrase += " by someone else"
      } else if missingAffiliations > 0 {
        if !affiliations.isEmpty {
          phrase += ", from another affiliation than \(affiliations.conjunction)"
        } else if quorum.affiliations > 1 {
          phrase += " from \(quorum.affiliations) affiliations"
        }
      }
      needs.append(phrase)
    }
    if !objections.isEmpty {
      needs.append(
        "the objection\(objections.count == 1 ? "" : "s") of "
          + "\(objections.map(\.file).conjunction) settled")
    }
    return needs
  }

  private static func count(_ number: Int) -> String { number == 1 ? "one" : String(number) }

  private static func more(_ number: Int) -> String { "\(count(number)) more" }
}

extension Committee {
  /// The member who wrote a review, by id or by address.
  fileprivate func author(of review: Review) -> Member? {
    switch review.reviewer {
    case .member(let id): member(id)
    case .person(let person): member(withAddress: person.key)
    }
  }
}

extension Review {
  /// The address that identifies the author, or nil where a member is not on the committee.
  fileprivate func address(in committee: Committee?) -> String? {
    switch reviewer {
    case .member: committee?.author(of: self)?.person.key
    case .person(let person): person.key
    }
  }
}
