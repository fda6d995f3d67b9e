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
  /// Whether a vote is judged to have no technical reason although its comments are technical.
  package let althoughTechnical: Bool
  package let because: String
  package let surroundings: Surroundings

  package init(
    _ id: Identifier, of body: Identifier, _ reason: NegativeReason, on proposal: Int?,
    althoughTechnical: Bool = false, because: String, _ surroundings: Surroundings
  ) {
    (self.id, self.body, self.reason) = (id, body, reason)
    self.althoughTechnical = althoughTechnical
    (self.proposal, self.because, self.surroundings) = (proposal, because, surroundings)
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> DeskOutcome {
    guard !because.isBlank else { throw Refusal.empty("the reason", .because) }
    let desk = BallotDesk(id: id, surroundings: surroundings)
    return try desk.step(in: workspace) { ground throws(Refusal) in
      let (entry, ballot) = try ground.ballot()
      try entry.refuse(unless: .resolving)
      let member = try ballot.known(body, in: id)
      let judged = ballot.questions.compactMap { question -> JudgedNegative? in
        guard let cast = entry.vote(of: body, on: question), cast.vote == .disapprove,
          proposal == nil || question == nil || proposal == question
        else { return nil }
        let against = reason == .none ? entry.technical(body, on: question) : []
        return JudgedNegative(
          on: question, reason, although: against, round: cast.round, because: because,
          date: surroundings.today,
          by: ground.person)
      }
      guard !judged.isEmpty else {
        let what = proposal.map { " on proposal \(Proposal.label($0))" } ?? ""
        throw Refusal(
          .refused, "\(member.name) gave no negative vote\(what) in ballot '\(id)'",
          help: ["\(run: .ballot(.tally(id.text))) shows who did"])
      }
      try refuseUnsaid(Set(judged.flatMap(\.although)), member)
      // What was judged before stays on record; the newest judgement counts.
      let text = BallotFiles.dispositions(
        entry.dispositions[body] ?? [], (entry.negatives[body] ?? []) + judged,
        entry.satisfactions[body] ?? [])
      let path = Layout.path(of: .dispositions(body: body.text), of: id)
      let written = try desk.save([(path, text)], .judge(body), over: ground, in: workspace)
      return DeskOutcome(
        [
          "\(member.name)'s negative vote "
            + (reason == .technical ? "has a technical reason" : "has no technical reason")
            + ": \(judged.last?.words ?? because)",
          "The count: \(run: .ballot(.tally(id.text))).",
        ], written: written)
    }
  }

  /// A vote is not struck against the body's own technical comments without saying so.
  private func refuseUnsaid(
    _ comments: Set<Comment.ID>, _ member: Committee.Body
  ) throws(Refusal) {
    guard !comments.isEmpty, !althoughTechnical else { return }
    let names = comments.sorted().map(\.description)
    throw Refusal(
      .refused,
      "\(member.name) gave \(names.conjunction) as technical, and without a technical reason its vote "
        + "is left out",
      help: [
        "read \(names.count == 1 ? "it" : "them"): \(run: .ballot(.comments(id.text)))",
        "to leave the vote out all the same, say so: \(flag: .althoughTechnical)",
      ])
  }
}
