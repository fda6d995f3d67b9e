import Diagnostics
package import PortfolioModel

extension ProposalBoard {
  /// Every finding on proposals and reviews that the files themselves can't show.
  package func findings() -> [Finding] {
    numberFindings()
      + snapshot.proposals.flatMap { entry in
        stateFindings(entry) + completenessFindings(entry) + dependencyFindings(entry)
          + (judgements[entry.number]?.findings ?? []) + reviewFindings(entry)
      } + conflictFindings()
  }

  /// As ``findings()``, of one proposal and without its judgement and its conflicts.
  package func findings(of entry: ProposalEntry) -> [Finding] {
    numberFindings().filter { $0.subject == .proposal(entry.number) } + stateFindings(entry)
      + completenessFindings(entry) + dependencyFindings(entry) + reviewFindings(entry)
  }

  private func numberFindings() -> [Finding] {
    var first: [Int: String] = [:]
    return snapshot.proposals.compactMap { entry in
      guard let other = first[entry.number] else {
        first[entry.number] = entry.folder
        return nil
      }
      let next = (snapshot.proposals.map(\.number).max() ?? 0) + 1
      let slug = entry.folder.drop { $0 != "-" }
      return Finding(
        .duplicateProposalNumber, .proposal(entry.number), .root,
        "\(Layout.proposalFolder(other)) and \(Layout.proposalFolder(entry.folder)) have the number \(entry.label)",
        help: [
          "git mv \(Layout.proposalFolder(entry.folder)) "
            + Layout.proposalFolder(Proposal.label(next) + slug)
        ])
    }
  }

  private func stateFindings(_ entry: ProposalEntry) -> [Finding] {
    guard let state = entry.state else { return [] }
    if case .leftOut = snapshot.files[Layout.stateFile(entry.folder)] {
      return [
        Finding(
          .refusedProposalUnread, .state(entry.number), .root,
          "proposal \(entry.label) was \(state.status.rawValue) and is not read: there is no room",
          help: ["git shows it: git log -- '\(Layout.proposalFolder(entry.folder))'"])
      ]
    }
    let wrong: String? =
      switch state.status {
      case .accepted where state.accepted == nil: "an accepted proposal needs 'accepted'"
      case .rejected where state.closed == nil: "a rejected proposal needs 'closed'"
      case .withdrawn where state.closed == nil: "a withdrawn proposal needs 'closed'"
      case .draft where state.accepted != nil || state.closed != nil,
        .open where state.accepted != nil || state.closed != nil:
        "a proposal that is \(state.status.rawValue) is neither accepted nor closed"
      default: nil
      }
    let invalid = wrong.map {
      Finding(
        .invalidState, .state(entry.number), FieldPath("status"), $0,
        help: ["only verbs write state.yml: restore it from the history"])
    }
    return [invalid].compactMap { $0 } + unsignedSettlementFindings(entry)
  }

  /// An open proposal has a title, a rationale, a change and a piece of evidence.
  private func completenessFindings(_ entry: ProposalEntry) -> [Finding] {
    guard let proposal = entry.proposal, !entry.isClosed else { return [] }
    var missing: [String] = []
    if proposal.title.isEmpty { missing.append("title") }
    if proposal.rationale.isEmpty { missing.append("rationale") }
    if proposal.fields.list("changes").isEmpty { missing.append("changes") }
    if proposal.evidence.isEmpty { missing.append("evidence") }
    let isDraft = entry.status == .draft
    let gaps = missing.map { field in
      Finding(
        .proposalIncomplete, severity: isDraft ? .warning : .error, .proposal(entry.number), .root,
        "proposal \(entry.label) has no '\(field)'",
        help: ["add it: 'rspmaint propose --update \(entry.number) …'"])
    }
    let bare = proposal.evidence.enumerated().filter { _, evidence in
      ["url", "reference", "source"].allSatisfy { evidence[$0] == nil }
    }
    return gaps
      + bare.map { index, evidence in
        Finding(
          .proposalIncomplete, severity: isDraft ? .warning : .error, .proposal(entry.number),
          FieldPath(["evidence", String(index)]),
          "the evidence '\(evidence.text("title") ?? "")' names no place",
          help: ["add 'url', 'reference' or 'source'"])
      }
  }

  private func dependencyFindings(_ entry: ProposalEntry) -> [Finding] {
    guard let proposal = entry.proposal, !entry.isClosed else { return [] }
    return proposal.after.enumerated().compactMap { index, number in
      let path = FieldPath(["after", String(index)])
      guard number != entry.number, let other = snapshot.proposal(number) else {
        return Finding(
          number == entry.number ? .dependencyCycle : .unknownProposal, .proposal(entry.number),
          path,
          number == entry.number
            ? "proposal \(entry.label) comes after itself" : "there is no proposal \(number)",
          help: ["the proposals are: \(snapshot.proposals.map(\.label).listed)"])
      }
      if other.status == .rejected || other.status == .withdrawn {
        return Finding(
          .dependencyRefused, .proposal(entry.number), path,
          "proposal \(other.label), which this one comes after, was \(other.status.word)",
          help: ["remove it from 'after' and refresh: 'rspmaint refresh \(entry.number)'"])
      }
      let chain = ProposalBoard.predecessors(of: other, in: snapshot)
      guard chain.contains(where: { $0.number == entry.number }) else { return nil }
      return Finding(
        .dependencyCycle, .proposal(entry.number), path,
        "proposals \(entry.label) and \(other.label) come after each other",
        help: ["remove one of the two from 'after'"])
    }
  }

  private func reviewFindings(_ entry: ProposalEntry) -> [Finding] {
    entry.reviews.flatMap { review -> [Finding] in
      let subject = Subject.review(entry.number, file: review.file)
      let expected = Review.file(for: review.reviewer, blobID: blobID)
      var findings: [Finding] = []
      if !expected.hasSameBytes(as: review.file) {
        findings.append(
          Finding(
            .misnamedReview, subject, .root,
            "the review's file does not follow from its reviewer",
            help: [
              "git mv \(Layout.reviewFile(entry.folder, review.file)) "
                + Layout.reviewFile(entry.folder, expected)
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
            help: ["the reviewer reads it again: 'rspmaint review \(entry.number) --approve'"]))
      }
      if review.verdict == .approve, let proposal = entry.proposal, isOwn(review, proposal) {
        findings.append(
          Finding(
            .ownReview, subject, .root,
            "'\(review.file)' approves an own proposal, which does not count",
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
  /// A review of a day later than its commit, or than today where no commit brought it yet.
  package static func reviewDatedAhead(_ review: Review, of proposal: Int) -> Finding {
    Finding(
      .reviewDatedAhead, .review(proposal, file: review.file), FieldPath("date"),
      "the review of '\(review.file)' is of \(review.date), which was yet to come: it binds nobody",
      help: ["its author reviews again, or it is taken back: 'git revert', or restore the file"])
  }
}
