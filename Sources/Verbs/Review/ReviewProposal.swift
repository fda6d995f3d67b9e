package import Diagnostics
import History
package import PortfolioModel
import Records
package import Store

/// Records one reviewer's verdict on the worktree's text of a proposal.
package struct ReviewProposal: Sendable {
  package let number: Int
  package let verdict: ReviewVerdict
  package let comment: String?
  package let signing: ReviewSigning
  package let surroundings: Surroundings

  package init(
    _ number: Int, _ verdict: ReviewVerdict, comment: String?,
    signing: ReviewSigning = ReviewSigning(), _ surroundings: Surroundings
  ) {
    self.number = number
    self.verdict = verdict
    self.comment = comment
    self.signing = signing
    self.surroundings = surroundings
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> StepOutcome {
    try workspace.step("review", of: number, surroundings) { () throws(Refusal) -> StepOutcome in
      try workspace.refuseDayAhead(ofCommit: surroundings)
      let snapshot = try workspace.snapshot(.worktree)
      let base = try snapshot.readable()
      let (entry, proposal) = try snapshot.unfinished(number)
      guard entry.status == .open else {
        throw Refusal(
          .refused, "proposal \(entry.label) is a draft and not open for review",
          help: ["its proposer opens it: \(run: .open(number))"])
      }
      if comment?.isBlank == true { throw Refusal.empty("the comment", .comment) }
      if verdict == .object, comment == nil {
        throw Refusal(
          .usage, "an objection needs a comment", help: ["add \(option: .comment)"])
      }
      let person = try workspace.identity(.author, surroundings).person
      let reviewer = try reviewer(person, base.committee)
      let file = Review.file(for: reviewer, blobID: blobID)
      let graph = try workspace.proposalsGraph(at: .worktree)
      if verdict == .approve {
        let own = try workspace.ownPeople(
          of: proposal, folder: entry.folder, on: base, in: graph, reviewers: [person])
        if own.contains(person.key) { throw ReviewProposal.ownApproval(person, entry) }
      }
      let earlier = entry.reviews.first { $0.file.hasSameBytes(as: file) }
      if let earlier, surroundings.today < earlier.date,
        try workspace.binds(earlier, of: entry, in: graph, snapshot, surroundings)
      {
        throw Refusal(
          .refused, "there is a later review by \(file), of \(earlier.date)",
          help: ["a review can't replace a later one: \(option: .asOf)"])
      }
      let fields = try signed(
        try content(reviewer, entry.content), file, over: earlier, base, workspace)
      var writing = Writing(over: snapshot)
      writing.write(ProposalFiles.review(fields), to: Layout.reviewFile(entry.folder, file))
      let worktree = snapshot.replacing(writing.files)
      guard let after = worktree.proposal(number) else {
        throw Refusal(.data, "proposal \(entry.label) can't be read")
      }
      if let graph {
        try refuseRestored(
          file, try workspace.past(of: after, in: graph, worktree: worktree, surroundings))
      }
      let standing = try workspace.standing(
        of: after, proposal, on: base, in: graph, worktree, surroundings)
      try refuseSettled(file, after, standing)
      let written = try workspace.carryOut(
        writing, as: .review(number, verdict), surroundings)
      return outcome(entry, proposal, file, replacing: earlier, standing, written)
    }
  }

  private func outcome(
    _ entry: ProposalEntry, _ proposal: Proposal, _ file: String, replacing earlier: Review?,
    _ standing: ReviewStanding, _ written: Written
  ) -> StepOutcome {
    StepOutcome(
      entry: entry,
      sentences: [
        "\(file) \(verdict.past) proposal \(entry.label), "
          + "“\(Abridgement.byBlob.quoted(proposal.title))”, "
          + "content \(entry.content.prefix(10))."
      ]
        + (earlier.map { ["It replaces the review of \($0.date): \($0.verdict.rawValue)."] } ?? [])
        + [Hint(StatusSentence.of(standing))],
      written: written)
  }

  private static func ownApproval(_ person: Person, _ entry: ProposalEntry) -> Refusal {
    Refusal(
      .refused,
      "\(person.name) proposed or edited proposal \(entry.label), and nobody approves their own",
      help: ["someone else reviews it; you may object or abstain"])
  }

  /// Refuses a review with the same bytes as an earlier one that was replaced since: it would look as
  /// if the earlier one had been put back.
  private func refuseRestored(_ file: String, _ past: ProposalPast) throws(Refusal) {
    let isRestored = past.findings.contains {
      $0.rule == .reviewRestored && $0.subject == .review(number, file: file)
    }
    guard isRestored else { return }
    throw Refusal(
      .refused,
      "this is word for word an earlier review by \(file), which another replaced, "
        + "and would count as the earlier one put back",
      help: ["say it in other words: \(option: .comment)"])
  }

  /// Refuses an objection on the day on which the last one was settled: the settlement would cover it
  /// before anyone has read it.
  private func refuseSettled(
    _ file: String, _ entry: ProposalEntry, _ standing: ReviewStanding
  ) throws(Refusal) {
    let written = entry.reviews.first { $0.file.hasSameBytes(as: file) }
    guard verdict == .object, let written, standing.isSettled(written) else { return }
    throw Refusal(
      .refused, "your objection was settled today, and a new one counts from tomorrow on",
      help: ["say so in the discussion, and object again tomorrow"])
  }

  /// The member of that address, or the person where there is no committee.
  private func reviewer(
    _ person: Person, _ committee: Committee?
  ) throws(Refusal) -> Review.Reviewer {
    guard let committee else { return .person(person) }
    guard let member = committee.member(withAddress: person.key) else {
      throw Refusal(
        .refused, "\(person) is not on the committee",
        help: [
          "review under your member's address: \(line: .identity)",
          "the members are: \(committee.members.map(\.id.text).listed)",
        ])
    }
    guard member.isActive(on: surroundings.today) else {
      throw Refusal(
        .refused, "\(member.id) is not on the committee on \(surroundings.today)",
        help: ["members serve from 'from' to 'until' in committee.yml"])
    }
    return .member(member.id)
  }

  private func signed(
    _ fields: Fields, _ file: String, over earlier: Review?, _ base: Portfolio,
    _ workspace: borrowing Workspace
  ) throws(Refusal) -> Fields {
    let text = Review(file: file, fields: fields).flatMap {
      ReviewText(of: $0, in: base.description.id, blobID: blobID)
    }
    let signature = try signing.signature(
      over: text, by: file,
      isRequired: base.criteria.requiresSignedReviews
        && (verdict == .approve || replacesBySignature(earlier)),
      on: base, in: workspace, surroundings)
    if signature == nil, base.criteria.requiresSignedReviews, replacesBySignature(earlier) {
      throw Refusal(
        .refused,
        "signed reviews are required, so a review that replaces another must be signed",
        help: ["leave out \(flag: .noSign)"])
    }
    var signed = fields
    signed["signature"] = signature.map(FieldValue.text)
    return Schema.review.ordered(signed)
  }

  /// Whether the review takes the place of an earlier one as only a signature can: an objection to
  /// what is no objection and was not signed needs none.
  private func replacesBySignature(_ earlier: Review?) -> Bool {
    guard let earlier else { return false }
    return verdict != .object || earlier.verdict == .object || earlier.signature != nil
  }

  private func content(
    _ reviewer: Review.Reviewer, _ content: String
  ) throws(Refusal) -> Fields {
    var fields = Fields()
    switch reviewer {
    case .member(let id): fields["member"] = .text(id.text)
    case .person(let person): fields["reviewer"] = .text(person.description)
    }
    fields["date"] = .text(surroundings.today.description)
    fields["verdict"] = .text(verdict.rawValue)
    fields["content"] = .text(content)
    if let comment { fields["comment"] = .text(comment) }
    let ordered = Schema.review.ordered(fields)
    if let problem = Schema.review.problems(in: ordered).first {
      throw Refusal(.usage, "\(problem.path): \(problem.message)", help: problem.help)
    }
    return ordered
  }
}

extension ReviewVerdict {
  fileprivate var past: String {
    switch self {
    case .approve: "approves"
    case .object: "objects to"
    case .abstain: "abstains on"
    }
  }
}
