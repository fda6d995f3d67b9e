package import Diagnostics
package import PortfolioModel
package import Records
package import Store

/// What a reader asks to be shown: a standard, a delisted one, or a proposal.
package enum ShowSubject: Sendable {
  case standard(Standard)
  case delisted(DelistedStandard)
  /// With what an unfinished proposal still needs.
  case proposal(ProposalEntry, Proposal, sentence: Hint?, changes: [ChangelogEntry])

  /// A number names a proposal, unless it is the id of a standard; anything else names a standard.
  ///
  /// - Throws: `Refusal` where nothing or more than one thing is named.
  package static func find(
    _ text: String, in snapshot: Snapshot, _ workspace: borrowing Workspace,
    _ surroundings: Surroundings
  ) throws(Refusal) -> ShowSubject {
    let portfolio = try snapshot.readable()
    let known = Identifier(text).flatMap { portfolio.standards[$0] }
    if known == nil, let number = Int(text) {
      return try proposal(number, snapshot, workspace, surroundings)
    }
    let id = try snapshot.standard(named: text)
    if let standard = portfolio.standards[id] { return .standard(standard) }
    if let delisted = portfolio.delisted[id] { return .delisted(delisted) }
    throw snapshot.absence(of: id, in: portfolio)
  }

  private static func proposal(
    _ number: Int, _ snapshot: Snapshot, _ workspace: borrowing Workspace,
    _ surroundings: Surroundings
  ) throws(Refusal) -> ShowSubject {
    let entry = try snapshot.existing(number)
    guard let proposal = entry.proposal else {
      throw Refusal(.data, "proposal \(entry.label) can't be read", help: [snapshot.validating])
    }
    var sentence: Hint?
    if !entry.isClosed, let board = ProposalBoard(snapshot, today: surroundings.today) {
      sentence = try ReadStatus.lines(
        board, of: snapshot, in: workspace, surroundings, of: [number]
      ).first?.sentence
    }
    return .proposal(
      entry, proposal, sentence: sentence,
      changes: ChangelogEntry.entries(of: proposal, cutBy: .byBlob))
  }
}
