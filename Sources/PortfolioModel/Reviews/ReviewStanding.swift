/// What the reviews of one proposal amount to.
///
/// Judged by the committee and the review rules of the base, never by those that the proposal
/// itself would bring.
package struct ReviewStanding: Sendable {
  /// Why a review does not count.
  package enum Discount: Hashable, Sendable {
    /// It approves another content.
    case lapsed
    /// It is by the proposer, or by someone who worked on the proposal's text.
    case own
    /// Its author is not on the committee.
    case unknown
    /// Its author is not on the committee on this day, or was not when it was brought.
    case inactive
    /// It is of a day that was yet to come when it was brought.
    case ahead
    case abstained
    /// A chair settled the objection, with a signature where signed reviews are required.
    case resolved
    /// Signed reviews are required, and it is not signed.
    case unsigned
    /// Its signature is not its author's, over this review; why, to follow a colon.
    case wronglySigned(String)
    /// Its signature could not be checked; why, to follow a colon.
    case unchecked(String)
  }

  package let label: String
  package let approvals: [Review]
  package let objections: [Review]
  package let discounted: [(review: Review, why: Discount)]
  package let quorum: Criteria.Quorum
  /// Whether, for want of a committee, one approval by someone else is enough.
  package let assumesNoCommittee: Bool
  /// How many people approve; one who does so by id and by address is one.
  private let approvers: Int
  private let affiliations: [String]

  /// `state`: nil where it can't be read, so that no settlement counts. `ownPeople`: the addresses, in
  /// lower case, whose approvals do not count. `brought`: by the stem of the file, the days of the
  /// commits that brought the reviews; one that is not known counts from the day that it says.
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
      // What a member objected to stands when the membership has ended.
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

  /// Whether a settlement is signed as well as the criteria ask for.
  private static func isSigned(
    _ resolution: ProposalState.Resolution, _ signatures: ReviewSignatures, _ criteria: Criteria
  ) -> Bool {
    switch signatures[resolution] {
    case .verified: true
    case .absent: !criteria.requiresSignedReviews
    case .invalid, .unchecked: false
    }
  }

  /// Why the signature of an approval keeps it from counting. An objection stands in any case:
  /// whoever doubts it asks its author.
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

  /// What is missing, each a phrase that follows "needs".
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
  /// The address that its author is told apart by, or nil where a member is not on the committee.
  fileprivate func address(in committee: Committee?) -> String? {
    switch reviewer {
    case .member: committee?.author(of: self)?.person.key
    case .person(let person): person.key
    }
  }
}
