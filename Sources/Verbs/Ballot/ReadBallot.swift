package import Diagnostics
package import PortfolioModel
package import Records
package import Store

/// A ballot as a reader asks for it.
package struct ReadBallot: Sendable {
  package let entry: BallotEntry
  package let ballot: Ballot
  /// The titles of the proposals, by number.
  package let titles: [Int: String]
  /// The day in the ballot's zone.
  package let today: CalendarDate
  private let snapshot: Snapshot

  package init(
    _ id: Identifier, in snapshot: Snapshot, _ surroundings: Surroundings
  ) throws(Refusal) {
    guard let entry = snapshot.ballot(id) else { throw snapshot.absence(ofBallot: id) }
    guard let ballot = entry.ballot else {
      throw Refusal(.data, "ballot '\(id)' can't be read", help: [snapshot.validating])
    }
    (self.entry, self.ballot, self.snapshot) = (entry, ballot, snapshot)
    titles = ballot.items.reduce(into: [:]) { titles, item in
      titles[item.number] = snapshot.proposal(item.number)?.proposal?.title
    }
    today = surroundings.day(in: ballot.zone)
  }

  /// What was changed since it was voted on; nothing once it is closed.
  package func changes(in workspace: borrowing Workspace) throws(Refusal) -> [ChangedItem] {
    guard entry.state != .closed else { return [] }
    return try workspace.changed(ballot.compared, of: entry, in: snapshot)
  }

  /// What keeps it from being closed.
  ///
  /// - Parameter changed: What was changed since it was voted on.
  package func unsettled(_ changed: [ChangedItem]) -> [BallotEntry.Unsettled] {
    entry.state == .resolving ? entry.unsettled(changed, among: snapshot.proposals) : []
  }

  /// The same, of which the votes are to be seen.
  package func opened() throws(Refusal) -> ReadBallot {
    guard ballot.ended == nil else { return self }
    if let external = entry.result?.external {
      throw Refusal(
        .refused,
        "ballot '\(entry.id)' was voted on elsewhere, and its result is kept as \(external.name)",
        help: ["\(run: .ballot(.show(entry.id.text))) says what was decided"])
    }
    throw Refusal(
      .refused,
      "the votes of ballot '\(entry.id)' are sealed until voting ends",
      help: ["\(run: .ballot(.status(entry.id.text))) says who has answered"])
  }
}
