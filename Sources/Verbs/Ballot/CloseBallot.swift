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
      return DeskOutcome([], written: nil)
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
    let obstacles = entry.unsettled(changed, among: snapshot.proposals).map {
      refusal($0, ballot, snapshot)
    }
    if let refusal = Refusal(all: obstacles) { throw refusal }
  }

  private func refusal(
    _ unsettled: BallotEntry.Unsettled, _ ballot: Ballot, _ snapshot: Snapshot
  ) -> Refusal {
    switch unsettled {
    case .doubt(let body, let question):
      let what = question.map { " on \(Proposal.label($0))" } ?? ""
      return Refusal(
        .refused, "the reason of \(body.name)'s negative vote\(what) is in doubt",
        help: ["judge it: \(line: .ballot(.reason(id.text, body: body.id.text)))"])
    case .comments(let unanswered, let proposed):
      let open = (unanswered + proposed).sorted().map(\.description)
      return Refusal(
        .refused,
        "\(open.count.counted("comment")) \(open.count == 1 ? "has" : "have") no agreed answer: "
          + open.listed,
        help: ["answer them: \(line: .ballot(.dispose(id.text, comment: open.first ?? "")))"])
    case .otherText(let item):
      return Refusal(
        .refused, "proposal \(item.label) is not what was voted on",
        help: ["say which comments it answers: \(line: .propose(.updateAnswering(item.number)))"]
          + puttingBack(item, ballot, snapshot))
    case .beyondWords(let change):
      return Refusal(
        .refused,
        "proposal \(change.label) was changed beyond words since it was voted on: "
          + change.words.listed,
        help: ["vote on it again: \(line: .ballot(.recirculate(id.text)))"])
    }
  }
}

extension CloseBallot {
  /// How a proposal becomes again what was voted on: its round was opened on a commit that holds it.
  private func puttingBack(
    _ item: Ballot.Item, _ ballot: Ballot, _ snapshot: Snapshot
  ) -> [Hint] {
    guard let folder = snapshot.proposal(item.number)?.folder else { return [] }
    let base = ballot.rounds.last { $0.items.contains(item) }?.base ?? ballot.base
    let path = snapshot.files.prefix + Layout.proposalFile(folder)
    return [
      "or put back what was voted on: \(gitLine: .restoreFrom(base, [path]))",
      "and then: \(line: .save(item.number))",
    ]
  }

  /// What would keep approved proposals from being accepted, each with what to do; empty where something is to
  /// be settled first.
  package static func obstacles(
    to read: ReadBallot, _ changed: [ChangedItem], _ unsettled: [BallotEntry.Unsettled],
    _ surroundings: Surroundings, in workspace: borrowing Workspace
  ) throws(Refusal) -> [Hint] {
    let (entry, ballot) = (read.entry, read.ballot)
    guard entry.state == .resolving, unsettled.isEmpty, let ended = ballot.ended else { return [] }
    let contents = Dictionary(changed.map { ($0.number, $0.content) }) { first, _ in first }
    let result = BallotResult(
      date: surroundings.today, by: ended.by, lines: entry.expectedLines(contents))
    do throws(Refusal) {
      try workspace.refuseUnshared(surroundings)
      let (_, tip) = try workspace.branch()
      _ = try SettleBallot(entry.id, surroundings).plans(
        result, tip: tip, on: try workspace.committer(surroundings).day, in: workspace)
      return []
    } catch {
      guard error.kind == .refused || error.kind == .data else { throw error }
      return error.sentences.map { sentence in
        sentence.help.last.map { "\(sentence.message): \($0)" } ?? Hint(sentence.message)
      }
    }
  }
}
