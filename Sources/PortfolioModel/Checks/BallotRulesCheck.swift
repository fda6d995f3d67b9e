import Diagnostics

/// Checks that each body has a voter of the committee, and that the ballot rule names bodies that
/// vote.
package struct BallotRulesCheck: Sendable {
  private let portfolio: Portfolio

  package init(_ portfolio: Portfolio) { self.portfolio = portfolio }

  package func findings() -> [Finding] {
    let committee = portfolio.committee ?? .empty
    let members = Set(committee.members.map(\.id))
    let bodies = committee.bodies
    let voters = bodies.enumerated().flatMap { index, body in
      [("voter", body.voter), ("substitute", body.substitute)].compactMap { field, id -> Finding? in
        guard let id, !members.contains(id) else { return nil }
        return Finding(
          .bodyVoterUnknown, .committee, FieldPath(["bodies", String(index), field]),
          "'\(id)', who votes for \(body.name), is not a member",
          help: [hint(for: id, among: members.sorted(), "the members are")])
      }
    }
    let voting = bodies.filter(\.status.votes).map(\.id)
    let needed = (portfolio.criteria.ballotRule?.mustVote ?? []).enumerated().compactMap {
      index, id -> Finding? in
      guard !voting.contains(id), !bodies.isEmpty else { return nil }
      return Finding(
        .ballotBodyUnknown, .criteria, FieldPath(["ballot", "must-vote", String(index)]),
        "'\(id)' is not a body that votes",
        help: [hint(for: id, among: voting, "the bodies that vote are")])
    }
    return voters + needed
  }

  private func hint(for id: Identifier, among ids: [Identifier], _ words: String) -> Hint {
    let names = ids.map(\.text)
    return Nearest.hint(for: id.text, in: names, words)
  }
}
