package import Diagnostics
package import PortfolioModel

extension Snapshot {
  /// The proposal with a number.
  package func existing(_ number: Int) throws(Refusal) -> ProposalEntry {
    let found = proposals.filter { $0.number == number }
    guard let entry = found.first else {
      throw Refusal(
        .noInput, "there is no proposal \(Proposal.label(number))",
        help: [
          proposals.isEmpty
            ? "\(run: .verb(.propose)) writes one"
            : "the proposals are: \(proposals.map(\.label).listed)"
        ])
    }
    guard found.count == 1 else {
      throw Refusal(
        .refused, "two folders have the number \(entry.label): \(found.map(\.folder).conjunction)",
        help: Proposal.helpForTwins(number))
    }
    return entry
  }

  /// The proposal with a number, which must not be closed and whose text and state can be read.
  package func unfinished(_ number: Int) throws(Refusal) -> (ProposalEntry, Proposal) {
    let entry = try existing(number)
    guard !entry.isClosed else {
      throw Refusal(
        .done, "proposal \(entry.label) is \(entry.status.word) and never changes again",
        help: ["write a new one: \(run: .verb(.propose))"])
    }
    _ = try entry.knownState()
    guard let proposal = entry.proposal else {
      throw Refusal(
        .data, "proposal \(entry.label) can't be read", help: [validating])
    }
    return (entry, proposal)
  }

  /// The portfolio, which must be readable.
  package func readable() throws(Refusal) -> Portfolio {
    guard let portfolio else { throw unreadable }
    return portfolio
  }

  /// The refusal where a standard is not in the portfolio or its record can't be read.
  package func absence(of id: Identifier, in portfolio: Portfolio) -> Refusal {
    unreadRecord(id)
      ?? portfolio.absence(of: id.text)
  }

  /// The refusal where a standard's record exists and can't be read, with the reason; nil
  /// otherwise.
  package func unreadRecord(_ id: Identifier) -> Refusal? {
    guard unread.contains(id) else { return nil }
    let name = "/\(id).yml"
    let finding = fileDiagnostics.first {
      $0.severity == .error && $0.location.path.hasSuffix(name)
    }
    return Refusal(
      .data, "the record of '\(id)' can't be read",
      details: finding.map { [$0.sentence] } ?? [], help: finding?.help ?? [validating])
  }

  package var unreadable: Refusal {
    let place = files.revision.map { " at \($0)" } ?? ""
    let needed = [Layout.portfolioFile, Layout.criteriaFile, Layout.committeeFile]
    let finding = fileDiagnostics.first { diagnostic in
      diagnostic.severity == .error
        && needed.contains { diagnostic.location.path.hasSameBytes(as: files.prefix + $0) }
    }
    return Refusal(
      .data, "the portfolio\(place) can't be read",
      details: finding.map { [$0.sentence] } ?? [], help: finding?.help ?? [validating])
  }

  /// The help that names the command that says why something in this snapshot can't be read.
  package var validating: Hint { "\(run: .validate(revision: files.revision)) says why" }
}

extension ProposalEntry {
  /// The state, which must be readable: nothing can be done with a proposal in an unknown state.
  package func knownState() throws(Refusal) -> ProposalState {
    if let state { return state }
    throw Refusal(
      .data, "the state of proposal \(label) is unreadable: \(stateFault ?? "it can't be read")",
      help: ["only verbs write \(Layout.stateFile(folder)): restore it from the history"])
  }
}
