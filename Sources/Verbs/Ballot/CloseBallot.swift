package import Diagnostics
package import PortfolioModel
import Records
package import Store

/// Closes a ballot: writes its result and accepts the approved proposals, all in one go.
package struct CloseBallot: Sendable {
  package struct Outcome: Sendable {
    package let result: BallotResult
    /// The approved proposals that were accepted, with their commits, in order.
    package let accepted: [CommitProposals.Outcome.Commit]
    /// What happened, a sentence each.
    package let sentences: [Hint]
    package let branch: String
  }

  package let id: Identifier
  package let surroundings: Surroundings

  package init(_ id: Identifier, _ surroundings: Surroundings) {
    (self.id, self.surroundings) = (id, surroundings)
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> Outcome {
    var outcome: Outcome?
    let desk = BallotDesk(id: id, surroundings: surroundings)
    _ = try desk.step(in: workspace) { ground throws(Refusal) in
      try workspace.refuseUnshared(surroundings)
      outcome = try close(ground, in: workspace)
      return BallotOutcome(ballot: id, sentences: [], written: nil)
    }
    guard let outcome else { preconditionFailure("the step was taken") }
    return outcome
  }

  private func close(
    _ ground: BallotDesk.Ground, in workspace: borrowing Workspace
  ) throws(Refusal) -> Outcome {
    let (entry, ballot) = try ground.ballot()
    try entry.refuse(unless: .resolving)
    let changed = try workspace.changed(ballot.items, of: entry, in: ground.snapshot)
    try refuseUnready(entry, ballot, ground.snapshot, changed)
    let contents = Dictionary(changed.map { ($0.number, $0.content) }) { first, _ in first }
    let result = BallotResult(
      date: surroundings.today, by: ground.person, lines: entry.expectedLines(contents))
    return try SettleBallot(id, surroundings).settle(
      result, "Close ballot \(id)", and: changed.map { Hint($0.sentence) }, in: workspace)
  }

  /// Refuses while a vote is in doubt, a comment has no agreed answer or a text has changed.
  private func refuseUnready(
    _ entry: BallotEntry, _ ballot: Ballot, _ snapshot: Snapshot, _ changed: [ChangedItem]
  ) throws(Refusal) {
    var obstacles: [Refusal] = []
    for (question, tally) in entry.tallies where tally.verdict == .undecided {
      for body in tally.doubtful {
        let what = question.map { " on \(Proposal.label($0))" } ?? ""
        obstacles.append(
          Refusal(
            .refused, "the reason of \(body.name)'s negative vote\(what) is in doubt",
            help: ["judge it: \(line: .ballot(.reason(id.text, body: body.id.text)))"]))
      }
    }
    let open = entry.comments.filter { entry.disposition(of: $0.id)?.agreed == nil }
    if let first = open.first {
      obstacles.append(
        Refusal(
          .refused,
          "\(open.count.counted("comment")) \(open.count == 1 ? "has" : "have") no agreed answer: "
            + open.map(\.id.description).listed,
          help: [
            "answer them: \(line: .ballot(.dispose(id.text, comment: first.id.description)))"
          ]))
    }
    for item in ballot.items {
      let change = changed.first { $0.number == item.number }
      let proposal = snapshot.proposal(item.number)
      if change == nil, proposal?.content.hasSameBytes(as: item.content) == true { continue }
      guard let change, entry.permits(proposal?.proposal) else {
        obstacles.append(
          Refusal(
            .refused, "proposal \(item.label) is not what was voted on",
            help: ["put back what was voted on"]))
        continue
      }
      guard !change.isEditorial else { continue }
      obstacles.append(
        Refusal(
          .refused,
          "proposal \(item.label) was changed beyond words since it was voted on: "
            + change.substance.listed,
          help: ["vote on it again: \(line: .ballot(.recirculate(id.text)))"]))
    }
    if let refusal = Refusal(all: obstacles) { throw refusal }
  }
}
