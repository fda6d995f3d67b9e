import Diagnostics

extension ProposalBoard {
  /// The findings on the reviews of a proposal that the files alone show.
  func reviewFindings(_ entry: ProposalEntry) -> [Finding] {
    entry.reviews.flatMap { review -> [Finding] in
      let subject = Subject.review(entry.number, file: review.file)
      let expected = names.reviewStem(review.reviewer)
      var findings: [Finding] = []
      if !expected.hasSameBytes(as: review.file) {
        findings.append(
          Finding(
            .misnamedReview, subject, .root,
            "the review's file is not named after its reviewer",
            help: [
              """
              \(gitLine: .move(
                names.review(entry.folder, review.file), to: names.review(entry.folder, expected)))
              """
            ]))
      }
      guard !entry.isClosed else { return findings }
      findings += unsignedFindings(entry, review)
      if let committee = base.committee, isUnknown(review, committee) {
        findings.append(
          Finding(
            .unknownReviewer, subject, FieldPath("member"),
            "'\(review.file)' is not on the committee, so the review does not count",
            help: ["the members are: \(committee.members.map(\.id.text).listed)"]))
      }
      if review.date.isBeyond(today) {
        findings.append(.reviewDatedAhead(review, of: entry.number))
      }
      if review.verdict == .approve, !review.content.hasSameBytes(as: entry.content) {
        findings.append(
          Finding(
            .lapsedReview, subject, FieldPath("content"),
            "the approval of '\(review.file)' is for an earlier content of proposal \(entry.label)",
            help: ["the reviewer reads it again: \(run: .review(entry.number, .approve))"]))
      }
      if review.verdict == .approve, let proposal = entry.proposal, isOwn(review, proposal) {
        findings.append(
          Finding(
            .ownReview, subject, .root,
            "'\(review.file)' approves their own proposal, which does not count",
            help: ["someone else reviews it"]))
      }
      return findings
    }
  }

  private func isUnknown(_ review: Review, _ committee: Committee) -> Bool {
    switch review.reviewer {
    case .member(let id): committee.member(id) == nil
    case .person(let person): committee.member(withAddress: person.key) == nil
    }
  }

  private func isOwn(_ review: Review, _ proposal: Proposal) -> Bool {
    switch review.reviewer {
    case .member(let id): base.committee?.member(id)?.person.key == proposal.proposer.key
    case .person(let person): person.key == proposal.proposer.key
    }
  }
}

extension Finding {
  /// A review that is dated after its commit, or after today where it isn't committed yet.
  package static func reviewDatedAhead(_ review: Review, of proposal: Int) -> Finding {
    Finding(
      .reviewDatedAhead, .review(proposal, file: review.file), FieldPath("date"),
      "the review of '\(review.file)' is dated \(review.date), which was yet to come, "
        + "so it does not count",
      help: [
        "its author reviews again, or takes it back: \(run: .undo) where it was just saved, else "
          + "\(git: .revert)"
      ])
  }
}
