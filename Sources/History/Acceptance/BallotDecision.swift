package import Diagnostics
package import PortfolioModel
package import Records

/// What ballots say to the acceptance of a proposal as it is. `commit` asks before an acceptance,
/// `audit` afterwards, of its first parent.
package struct BallotDecision: Sendable {
  /// Where a proposal stands with ballots.
  package enum Standing: Sendable {
    /// No ballot has decided on its text, and none has to.
    case free
    /// A ballot holds it.
    case held(Refusal)
    /// A ballot has to approve it first.
    case needed
    /// The last ballot on its text did not approve it.
    case refused(Identifier, Tally.Verdict)
    case approved(Identifier)
  }

  package let standing: Standing
  private let label: String

  package init(on entry: ProposalEntry, in snapshot: Snapshot) {
    label = entry.label
    if let refusal = snapshot.heldRefusal(entry.number) {
      standing = .held(refusal)
    } else if let (ballot, line) = snapshot.ballots.decision(
      on: entry.number, content: entry.content)
    {
      standing =
        line.verdict == .approved ? .approved(ballot.id) : .refused(ballot.id, line.verdict)
    } else {
      standing = snapshot.portfolio?.criteria.requiresBallot == true ? .needed : .free
    }
  }

  /// The ballot that approved the proposal.
  package var ballot: Identifier? {
    if case .approved(let id) = standing { id } else { nil }
  }

  package var isHeld: Bool { if case .held = standing { true } else { false } }

  /// Why the proposal can't be accepted, or nil.
  package var obstacle: Refusal? {
    switch standing {
    case .free, .approved: nil
    case .held(let refusal): refusal
    case .needed:
      Refusal(
        .refused, "proposal \(label) needs a ballot that approves it, as the criteria say",
        help: ["\(run: .ballot(.open)) opens one"])
    case .refused(let id, let verdict):
      Refusal(
        .refused, "ballot '\(id)' decided on proposal \(label): \(verdict.phrase)",
        help: [
          "\(run: .ballot(.show(id.text))) tells why",
          "change the proposal and ballot it again, or reject it",
        ])
    }
  }
}
