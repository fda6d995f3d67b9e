package import Diagnostics
package import PortfolioModel
import Records
package import Store

/// Ends voting: opens the sealed replies and shares them with their salts.
package struct EndVoting: Sendable {
  package let id: Identifier
  /// Why it ends early; nil where it may end by itself.
  package let because: String?
  /// A folder that keeps replies, for those that are not sealed here.
  package let kept: String?
  package let surroundings: Surroundings

  package init(
    _ id: Identifier, because: String?, kept: String?, _ surroundings: Surroundings
  ) {
    (self.id, self.because, self.kept, self.surroundings) = (id, because, kept, surroundings)
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> DeskOutcome {
    if let because, because.isBlank { throw Refusal.empty("the reason", .because) }
    let desk = BallotDesk(id: id, surroundings: surroundings)
    let outcome = try desk.step(in: workspace) { ground throws(Refusal) in
      let (entry, ballot) = try ground.ballot()
      try entry.refuse(unless: .voting)
      let today = surroundings.day(in: ballot.zone)
      try refuseEarly(entry, ballot, today)
      var files: [(path: String, text: String?)] = []
      var lost: [Refusal] = []
      for body in ballot.bodies {
        let receipts = entry.heldReceipts(of: body.id).filter {
          $0.round == ballot.round.number
        }
        guard !receipts.isEmpty else { continue }
        do throws(Refusal) {
          let replies = try opened(receipts, of: body, in: workspace)
          files.append(
            (
              Layout.path(of: .replies(body: body.id.text), of: id),
              BallotFiles.replies((entry.replies[body.id] ?? []) + replies)
            ))
        } catch {
          lost.append(error)
        }
      }
      if let refusal = Refusal(all: lost) { throw refusal }
      let event = Ballot.Event(
        date: today, by: ground.person, because: because)
      files.append(
        (Layout.path(of: .ballot, of: id), BallotFiles.ballot(ballot.ended(by: event))))
      let written = try desk.save(files, .end, over: ground, in: workspace)
      let answers = entry.answered.count
      return DeskOutcome(
        [
          "Voting in ballot '\(id)' has ended; "
            + "\(answers.counted("body", plural: "bodies")) answered"
            + (ballot.round.number > 1 ? " in round \(ballot.round.number)." : "."),
          "The count: \(run: .ballot(.tally(id.text))).",
        ], written: written)
    }
    if !surroundings.rehearses {
      let bodies = try workspace.snapshot(.revision("HEAD")).ballot(id)?.replies.keys
      try workspace.removeSealed(of: bodies.map(Array.init) ?? [], to: id)
    }
    return outcome
  }

  /// Voting ends by itself on the closing date, or when all have answered.
  private func refuseEarly(
    _ entry: BallotEntry, _ ballot: Ballot, _ today: CalendarDate
  ) throws(Refusal) {
    let silent = entry.silent
    guard because == nil, today < ballot.closes, !silent.isEmpty else { return }
    throw Refusal(
      .refused,
      "voting in ballot '\(id)' goes on until \(ballot.closes), and "
        + "\(silent.map(\.name).conjunction) "
        + "\(silent.count == 1 ? "has" : "have") not answered",
      help: ["to end it today, say why: \(line: .ballot(.endEarly(id.text)))"])
  }

  /// The replies that the receipts are of.
  private func opened(
    _ receipts: [Receipt], of body: Committee.Body, in workspace: borrowing Workspace
  ) throws(Refusal) -> [Reply] {
    let known = try workspace.knownReplies(of: body.id, to: id, kept: kept)
    var replies: [Reply] = []
    for receipt in receipts {
      let reply = known.first {
        SealedReply.digest($0, of: body.id, to: id).hasSameBytes(as: receipt.digest)
      }
      guard let reply else {
        throw Refusal(
          .refused,
          "the reply of \(body.name) that came on \(receipt.date) is not sealed on this machine",
          help: [
            "end voting where it was taken, or name the folder that keeps it: \(option: .kept)",
            "if nobody has it any more: \(line: .ballot(.lost(id.text, body: body.id.text)))",
          ])
      }
      replies.append(reply)
    }
    return replies
  }
}
