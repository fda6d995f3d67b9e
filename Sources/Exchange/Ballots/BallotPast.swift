package import PortfolioModel

/// What a later round of voting stands on: what has become of the texts that were voted on, and the
/// negative votes that stand, with their comments and what was answered.
package struct BallotPast: Sendable {
  struct Negative: Sendable {
    let body: String
    /// The number of the proposal, or that of all.
    let proposal: String
    let comment: String
    let answer: String
  }

  /// Each difference between the texts that were voted on and those of now.
  let changes: [(place: String, what: String)]
  let negatives: [Negative]

  /// - Parameter entry: The ballot before the round began.
  package init(_ entry: BallotEntry, changes: [(place: String, what: String)]) {
    self.changes = changes
    negatives = entry.standing.flatMap { question, body -> [Negative] in
      let proposal = question.map(Proposal.label) ?? VotingForm.all
      let comments = entry.comments.filter { id, comment in
        id.body == body.id
          && (question == nil || comment.proposal == nil || comment.proposal == question)
      }
      guard !comments.isEmpty else {
        return [Negative(body: body.name, proposal: proposal, comment: "none", answer: "")]
      }
      return comments.map { id, comment in
        Negative(
          body: body.name, proposal: proposal,
          comment: "\(id) (\(comment.kind.rawValue)): \(comment.text.oneLine)",
          answer: entry.disposition(of: id).map { Observation.text($0).oneLine } ?? "none yet")
      }
    }
  }
}
