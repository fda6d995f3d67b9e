package import Diagnostics
package import PortfolioModel
package import Records

/// The proposals that ballots hold, which no other acceptance may make stale or invalid.
package struct HeldProposals: Sendable {
  private let held: [(entry: ProposalEntry, proposal: Proposal, ballot: Identifier)]
  private let proposals: [ProposalEntry]

  /// Those of a snapshot.
  package init(_ snapshot: Snapshot) {
    held = snapshot.proposals.compactMap { entry in
      guard let proposal = entry.proposal, let ballot = snapshot.ballots.holding(entry.number)
      else { return nil }
      return (entry, proposal, ballot.id)
    }
    proposals = snapshot.proposals
  }

  /// The refusals of an acceptance, one for each proposal that had no errors on a base and has some on
  /// the result.
  package func harmed(
    from base: Portfolio, to result: Portfolio, today: CalendarDate
  ) -> [Refusal] {
    held.compactMap { entry, proposal, ballot in
      func errors(_ portfolio: Portfolio) -> [Finding] {
        let ground = ProposalBoard.ground(for: entry, in: proposals, portfolio)
        return ProposalJudgement(proposal, on: ground, today: today, isDraft: false).findings
          .filter { $0.severity == .error }
      }
      let known = Set(errors(base))
      guard let new = errors(result).first(where: { !known.contains($0) }) else { return nil }
      return Refusal(
        .refused,
        "it would harm proposal \(entry.label), which ballot '\(ballot)' holds: \(new.message) "
          + "[\(new.rule.rawValue)]",
        help: ["accept it after the ballot: \(run: .ballot(.status(ballot.text)))"])
    }
  }
}
