import Exchange
import Forms
import PortfolioModel

/// Rows of which no vote is taken.
extension CollectedReplies {
  /// Why the votes of a body in some rows are not taken.
  enum Untaken: Hashable {
    case liaison(Identifier)
    case unasked
  }

  func refusal(_ answer: ReturnedForm.Answer, of body: Committee.Body) -> Untaken? {
    guard body.status.votes else { return .liaison(body.id) }
    guard let number = answer.proposal else { return nil }
    return ballot.round.items.contains { $0.number == number } ? nil : .unasked
  }

  /// One finding for all rows of a table whose votes are not taken for the same reason.
  mutating func refuse(_ answers: [(answer: ReturnedForm.Answer, body: Committee.Body)]) {
    var (reasons, rows): ([Untaken], [Untaken: [ReturnedForm.Answer]]) = ([], [:])
    for (answer, body) in answers {
      guard let reason = refusal(answer, of: body) else { continue }
      if rows[reason] == nil { reasons.append(reason) }
      rows[reason, default: []].append(answer)
    }
    for reason in reasons {
      let untaken = rows[reason] ?? []
      let were = untaken.count == 1 ? "vote was" : "votes were"
      let message: String
      switch reason {
      case .liaison(let id):
        message = "\(ballot.body(id)?.name ?? id.text) is a liaison: its \(were) not taken"
      case .unasked:
        let labels = Set(untaken.compactMap(\.proposal)).sorted().map { Proposal.label($0) }
        message =
          "round \(ballot.round.number) does not ask about \(labels.conjunction): the \(were) not "
          + "taken"
      }
      for place in FormPlace.together(untaken.map(\.place)) { finding(message, at: place) }
    }
  }
}
