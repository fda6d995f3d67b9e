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
      let judged = ballot.questions.compactMap { question -> JudgedNegative? in
        guard let cast = entry.vote(of: body, on: question), cast.vote == .disapprove,
          proposal == nil || question == nil || proposal == question
        else { return nil }
        return JudgedNegative(
          on: question, reason, round: cast.round, because: because, date: surroundings.today,
          by: ground.person)
      }
      guard !judged.isEmpty else {
        throw Refusal(.refused, "\(member.name) has not disapproved what is meant")
      }
      // What was judged before stays on record; the newest judgement counts.
      let text = BallotFiles.dispositions(
        entry.dispositions[body] ?? [], (entry.negatives[body] ?? []) + judged,
        entry.satisfactions[body] ?? [])
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
}
