package import Diagnostics
package import PortfolioModel

extension Snapshot {
  /// The proposal of a number, or why there is none to work on.
  package func existing(_ number: Int) throws(Refusal) -> ProposalEntry {
    let found = proposals.filter { $0.number == number }
    guard let entry = found.first else {
      throw Refusal(
        .noInput, "there is no proposal \(Proposal.label(number))",
        help: [
          proposals.isEmpty
            ? "'rspmaint propose' writes one"
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

  /// As ``existing(_:)``, of a proposal that is not closed and that can be read, its state included.
  package func unfinished(_ number: Int) throws(Refusal) -> (ProposalEntry, Proposal) {
    let entry = try existing(number)
    guard !entry.isClosed else {
      throw Refusal(
        .done, "proposal \(entry.label) is \(entry.status.word) and never changes again",
        help: ["write a new one: 'rspmaint propose'"])
    }
    _ = try entry.knownState()
    guard let proposal = entry.proposal else {
      throw Refusal(
        .data, "proposal \(entry.label) can't be read", help: [validating])
    }
    return (entry, proposal)
  }

  /// The portfolio, or why there is none to work on.
  package func readable() throws(Refusal) -> Portfolio {
    guard let portfolio else { throw unreadable }
    return portfolio
  }

  /// Why there is nothing to say of a standard.
  package func absence(of id: Identifier, in portfolio: Portfolio) -> Refusal {
    unreadRecord(id)
      ?? Refusal(.noInput, "'\(id)' is not in the portfolio", help: [portfolio.hint(for: id)])
  }

  /// That a standard's record is there and can't be read, with what is wrong with it; nil where that
  /// is not so.
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
    return Refusal(.data, "the portfolio\(place) can't be read", help: [validating])
  }

  /// What says why something of this snapshot can't be read.
  package var validating: String {
    let place = files.revision.map { " --rev \(Typed.word($0))" } ?? ""
    return "'rspmaint validate\(place)' says why"
  }
}

extension ProposalEntry {
  /// The state, without which nobody knows where the proposal stands and nothing can be done with it.
  package func knownState() throws(Refusal) -> ProposalState {
    if let state { return state }
    throw Refusal(
      .data, "the state of proposal \(label) is unreadable: \(stateFault ?? "it can't be read")",
      help: ["only verbs write \(Layout.stateFile(folder)): restore it from the history"])
  }
}
