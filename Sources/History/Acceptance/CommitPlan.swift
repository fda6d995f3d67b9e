package import PortfolioModel
import Records

/// The changes that committing one proposal makes, computed from the tip's snapshot alone.
package struct CommitPlan: Sendable {
  package let entry: ProposalEntry
  package let proposal: Proposal
  package let reviewers: [Person]
  /// The portfolio that the proposal was judged on, and what it makes of it.
  package let base: Portfolio
  package let result: Portfolio
  /// The ballot that approved the proposal, where one did.
  package let ballot: Identifier?
  /// The files to write, by path below the prefix; nil removes a file.
  package let files: [(path: String, text: String?)]
  /// The changelog with this proposal.
  package let changelog: Changelog

  /// Applies a proposal to the portfolio that it was judged on and collects the changed files.
  ///
  /// - Parameter changelog: The changelog of the proposals that were accepted before.
  package init(
    _ entry: ProposalEntry, _ judgement: ProposalJudgement, _ standing: ReviewStanding,
    _ changelog: Changelog, ballot: Identifier? = nil, today: CalendarDate
  ) {
    self.entry = entry
    self.ballot = ballot
    (base, result) = (judgement.base, judgement.result)
    proposal = judgement.proposal
    let committee = judgement.base.committee
    reviewers = standing.approvals.compactMap { review in
      switch review.reviewer {
      case .member(let id): committee?.member(id)?.person
      case .person(let person): person
      }
    }
    var files = CommitPlan.records(
      from: judgement.base, to: judgement.result, judgement.change)
    let acceptance = ProposalState.Acceptance(
      date: today, reviewers: reviewers.map(\.name), edition: judgement.base.description.edition)
    var changelog = changelog
    if let state = entry.state {
      let text = ProposalFiles.state(state.accepted(acceptance))
      files.append((Layout.stateFile(entry.folder), text))
      if let known = entry.acceptance { changelog.remove(known) }
      if let accepted = entry.accepted(as: text) { changelog.insert(accepted) }
    }
    files.append((Layout.changelogFile, changelog.text))
    self.files = files
    self.changelog = changelog
  }

  /// The record files that differ between two portfolios by a change, by path below the prefix; nil
  /// removes a file.
  package static func records(
    from base: Portfolio, to result: Portfolio, _ change: PortfolioChange
  ) -> [(path: String, text: String?)] {
    var files: [(path: String, text: String?)] = []
    func add(_ path: String, _ fields: Fields?, _ schema: Schema) {
      files.append((path, fields.map { CanonicalText.of($0, schema) }))
    }
    for id in change.standards.sorted() {
      let (before, after) = (base.standards[id], result.standards[id])
      if let before, before.category != after?.category {
        add(Layout.path(of: id, in: before.category), nil, .standard)
      }
      if let after { add(Layout.path(of: id, in: after.category), after.fields, .standard) }
    }
    for id in change.delisted.sorted() {
      add(Layout.path(ofDelisted: id), result.delisted[id]?.fields, .delisted)
    }
    for id in change.overrides.sorted() {
      add(Layout.path(ofOverride: id), result.overrides[id]?.fields, .override)
    }
    for id in change.useCases.sorted() {
      add(Layout.path(ofUseCase: id), result.useCases[id]?.fields, .useCase)
    }
    if base.criteria != result.criteria {
      add(Layout.criteriaFile, result.criteria.fields, .criteria)
    }
    if base.description != result.description {
      add(Layout.portfolioFile, result.description.fields, .portfolio)
    }
    if base.committee != result.committee {
      add(Layout.committeeFile, result.committee?.fields, .committee)
    }
    return files
  }
}

extension ProposalEntry {
  /// The proposal as the changelog tells it once its state is read from a text.
  fileprivate func accepted(as text: String) -> Changelog.Accepted? {
    let file = RecordFile(
      Array(text.utf8), path: Layout.stateFile(folder), schema: .state)
    guard let proposal, let state = file.fields.flatMap({ ProposalState(fields: $0) }) else {
      return nil
    }
    return Changelog.Accepted(proposal, state, cutBy: .byBlob)
  }
}
