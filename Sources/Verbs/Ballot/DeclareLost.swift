package import Diagnostics
package import PortfolioModel
import Records
package import Store

/// Records that replies of a body can't be opened any more, so that voting can end without them.
package struct DeclareLost: Sendable {
  package let id: Identifier
  package let body: Identifier
  package let because: String
  /// A folder that keeps replies, where those may be that are not sealed here.
  package let kept: String?
  package let surroundings: Surroundings

  package init(
    _ id: Identifier, of body: Identifier, because: String, kept: String?,
    _ surroundings: Surroundings
  ) {
    (self.id, self.body, self.because) = (id, body, because)
    (self.kept, self.surroundings) = (kept, surroundings)
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> DeskOutcome {
    guard !because.isBlank else { throw Refusal.empty("the reason", .because) }
    let desk = BallotDesk(id: id, surroundings: surroundings)
    return try desk.step(in: workspace) { ground throws(Refusal) in
      let (entry, ballot) = try ground.ballot()
      try entry.refuse(unless: .voting)
      let member = try ballot.known(body, in: id)
      let receipts = entry.heldReceipts(of: body).filter { $0.round == ballot.round.number }
      guard !receipts.isEmpty else {
        throw Refusal(
          .refused, "no reply of \(member.name) waits to be opened in ballot '\(id)'",
          help: ["\(run: .ballot(.status(id.text))) says who has answered"])
      }
      let known = Set(
        try workspace.knownReplies(of: body, to: id, kept: kept).map {
          SealedReply.digest($0, of: body, to: id)
        })
      let lost = receipts.filter { !known.contains($0.digest) }
      guard !lost.isEmpty else {
        throw Refusal(
          .refused, "no reply of \(member.name) is lost: all are sealed here",
          help: ["\(run: .ballot(.end(id.text))) opens them"])
      }
      let event = Ballot.Event(date: surroundings.today, by: ground.person, because: because)
      let text = BallotFiles.receipts(
        entry.receipts[body] ?? [],
        (entry.lost[body] ?? []) + lost.map { LostReply($0.digest, event) })
      let written = try desk.save(
        [(Layout.path(of: .receipts(body: body.text), of: id), text)], .lost(body), over: ground,
        in: workspace)
      return DeskOutcome(
        sentences(lost, left: receipts.count - lost.count, member),
        written: written)
    }
  }

  private func sentences(
    _ lost: [Receipt], left: Int, _ member: Committee.Body
  ) -> [Hint] {
    let days = lost.map(\.phrase)
    return [
      "The repl\(days.count == 1 ? "y" : "ies") of \(member.name) that came on \(days.conjunction) "
        + "\(days.count == 1 ? "is" : "are") declared lost: \(because)",
      left > 0
        ? "What is sealed here of \(member.name) counts."
        : "\(member.name) has not answered, then: while voting goes on it can answer anew.",
    ]
  }
}

extension Ballot {
  /// A body by its id.
  ///
  /// - Throws: `Refusal` that names the bodies.
  func known(_ body: Identifier, in ballot: Identifier) throws(Refusal) -> Committee.Body {
    if let known = self.body(body) { return known }
    let names = bodies.map(\.id.text)
    throw Refusal(
      .noInput, "'\(body)' is not a body in ballot '\(ballot)'",
      help: [
        Nearest.hint(for: body.text, in: names, "the bodies are")
      ])
  }
}

extension Workspace {
  /// The replies of a body that are sealed here, or that a folder keeps.
  borrowing func knownReplies(
    of body: Identifier, to ballot: Identifier, kept: String?
  ) throws(Refusal) -> [Reply] {
    var known = try sealedReplies(of: body, to: ballot)
    if let kept { known += try keptReplies(of: body, to: ballot, in: kept) }
    return known
  }
}
