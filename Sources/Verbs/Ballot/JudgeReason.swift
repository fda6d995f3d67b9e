package import Diagnostics
package import PortfolioModel
import Records
package import Store

/// Records whether a body's negative vote has a technical reason.
package struct JudgeReason: Sendable {
  package let id: Identifier
  package let body: Identifier
  package let reason: NegativeReason
  /// The proposal whose vote is meant; nil for every negative vote of the body.
  package let proposal: Int?
  package let because: String
  package let surroundings: Surroundings

  package init(
    _ id: Identifier, of body: Identifier, _ reason: NegativeReason, on proposal: Int?,
    because: String, _ surroundings: Surroundings
  ) {
    (self.id, self.body, self.reason) = (id, body, reason)
    (self.proposal, self.because, self.surroundings) = (proposal, because, surroundings)
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> BallotOutcome {
    guard !because.isBlank else { throw Refusal.empty("the reason", .because) }
    let desk = BallotDesk(id: id, surroundings: surroundings)
    return try desk.step(in: workspace) { ground throws(Refusal) in
      let (entry, ballot) = try ground.ballot()
      try entry.refuse(unless: .resolving)
      guard let member = ballot.body(body) else {
        let names = ballot.bodies.map(\.id.text)
        throw Refusal(
          .noInput, "'\(body)' is not a body in ballot '\(id)'",
          help: [
            Nearest.match(for: body.text, in: names).map { "did you mean '\($0)'?" }
              ?? "the bodies are: \(names.listed)"
          ])
      }
      let questions = ballot.voteOn == .package ? [nil] : negatives(entry, ballot)
      guard !questions.isEmpty,
        ballot.voteOn == .each || entry.reply(of: body)?.votes[nil] == .disapprove
      else {
        throw Refusal(.refused, "\(member.name) has not disapproved what is meant")
      }
      let judged = questions.map { question in
        JudgedNegative(
          on: question, reason, because: because, date: surroundings.today, by: ground.person)
      }
      var all = (entry.negatives[body] ?? []).filter { !questions.contains($0.proposal) }
      all += judged
      let text = BallotFiles.dispositions(
        entry.dispositions[body] ?? [], all.sorted { ($0.proposal ?? 0) < ($1.proposal ?? 0) })
      let path = Layout.path(of: .dispositions(body: body.text), of: id)
      let written = try desk.save([(path, text)], .judge(body), over: ground, in: workspace)
      return BallotOutcome(
        ballot: id,
        sentences: [
          "\(member.name)'s negative vote "
            + (reason == .technical ? "has a technical reason" : "has no technical reason")
            + ": \(because)",
          "The count: \(run: .ballot(.tally(id.text))).",
        ], written: written)
    }
  }

  /// The proposals that the body has disapproved, of those that are meant.
  private func negatives(_ entry: BallotEntry, _ ballot: Ballot) -> [Int?] {
    ballot.items.map(\.number).filter { number in
      (proposal == nil || proposal == number)
        && entry.reply(of: body)?.vote(on: number) == .disapprove
    }
  }
}
