import Diagnostics

extension ProposalBoard {
  /// Every finding on proposals and reviews that single files can't show.
  package func findings() -> [Finding] {
    numberFindings(proposals)
      + proposals.flatMap { entry in
        stateFindings(entry) + completenessFindings(entry) + dependencyFindings(entry)
          + (judgements[entry.number]?.findings ?? []) + reviewFindings(entry)
      } + conflictCheck.findings()
  }

  /// The same findings for one proposal, without its judgement and its conflicts.
  package func findings(of entry: ProposalEntry) -> [Finding] {
    numberFindings(proposals.filter { $0.number == entry.number }) + stateFindings(entry)
      + completenessFindings(entry) + dependencyFindings(entry) + reviewFindings(entry)
  }

  private func numberFindings(_ proposals: [ProposalEntry]) -> [Finding] {
    var first: [Int: String] = [:]
    return proposals.compactMap { entry in
      guard let other = first[entry.number] else {
        first[entry.number] = entry.folder
        return nil
      }
      return Finding(
        .duplicateProposalNumber, .proposal(entry.number), .root,
        "\(names.folder(other)) and \(names.folder(entry.folder)) have the number \(entry.label)",
        help: Proposal.helpForTwins(entry.number))
    }
  }

  private func stateFindings(_ entry: ProposalEntry) -> [Finding] {
    guard let state = entry.state else { return [] }
    if entry.isLeftOut {
      return [
        Finding(
          .refusedProposalUnread, .state(entry.number), .root,
          "proposal \(entry.label) was \(state.status.rawValue) and was not read for lack of room",
          help: ["git shows it: \(gitLine: .logOf(path: names.folder(entry.folder)))"])
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

  /// An open proposal has a title, a rationale, a change and, unless it is editorial, a piece of
  /// evidence.
  private func completenessFindings(_ entry: ProposalEntry) -> [Finding] {
    guard let proposal = entry.proposal, !entry.isClosed else { return [] }
    var missing: [String] = []
    if proposal.title.isEmpty { missing.append("title") }
    if proposal.rationale.isEmpty { missing.append("rationale") }
    if proposal.fields.list("changes").isEmpty { missing.append("changes") }
    if proposal.evidence.isEmpty, proposal.nature != .editorial { missing.append("evidence") }
    let isDraft = entry.status == .draft
    let gaps = missing.map { field in
      Finding(
        .proposalIncomplete, severity: isDraft ? .warning : .error, .proposal(entry.number), .root,
        "proposal \(entry.label) has no '\(field)'",
        help: ["add it: \(run: .propose(.update(entry.number)))"])
    }
    let bare = proposal.evidence.enumerated().filter { _, evidence in
      ["url", "reference", "source"].allSatisfy { evidence[$0] == nil }
    }
    return gaps
      + bare.map { index, evidence in
        Finding(
          .proposalIncomplete, severity: isDraft ? .warning : .error, .proposal(entry.number),
          FieldPath(["evidence", String(index)]),
          "the evidence '\(evidence.text("title") ?? "")' does not say where to find it",
          help: ["add 'url', 'reference' or 'source'"])
      }
  }

  private func dependencyFindings(_ entry: ProposalEntry) -> [Finding] {
    guard let proposal = entry.proposal, !entry.isClosed else { return [] }
    return proposal.after.enumerated().compactMap { index, number in
      let path = FieldPath(["after", String(index)])
      guard number != entry.number, let other = numbered[number] else {
        return Finding(
          number == entry.number ? .dependencyCycle : .unknownProposal, .proposal(entry.number),
          path,
          number == entry.number
            ? "proposal \(entry.label) comes after itself" : "there is no proposal \(number)",
          help: ["the proposals are: \(proposals.map(\.label).listed)"])
      }
      if other.status == .rejected || other.status == .withdrawn {
        return Finding(
          .dependencyRefused, .proposal(entry.number), path,
          "proposal \(other.label), which this one comes after, was \(other.status.word)",
          help: ["remove it from 'after' and refresh: \(run: .refresh(entry.number))"])
      }
      let chain = numbered.predecessors(of: other)
      guard chain.contains(where: { $0.number == entry.number }) else { return nil }
      return Finding(
        .dependencyCycle, .proposal(entry.number), path,
        "proposals \(entry.label) and \(other.label) come after each other",
        help: ["remove one of the two from 'after'"])
    }
  }
}
