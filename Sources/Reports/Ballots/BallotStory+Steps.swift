import PortfolioModel

extension BallotStory {
  /// What happened, a sentence each.
  var steps: [String] {
    var steps: [String] = []
    for round in ballot.rounds {
      steps.append(
        round.number == 1
          ? "Opened on \(round.opened), until \(round.firstCloses)."
          : "Round \(round.number) opened on \(round.opened) about "
            + "\(round.items.map(\.label).conjunction), until \(round.firstCloses).")
      for (closes, event) in round.extended {
        steps.append("Extended to \(closes) on \(event.date): \(event.because ?? "")")
      }
      if let ended = round.ended {
        steps.append(
          "Voting ended on \(ended.date), by \(ended.by.name)"
            + (ended.because.map { ": \($0)" } ?? "."))
      }
    }
    steps += entry.lostReplies
    if let cancelled = ballot.cancelled {
      steps.append(
        "Cancelled on \(cancelled.date), by \(cancelled.by.name)"
          + (cancelled.because.map { ": \($0)" } ?? "."))
    }
    if let result = entry.result {
      steps.append(
        "Closed on \(result.date), by \(result.by.name)"
          + (result.external.map {
            ": the vote was run elsewhere, and its result is kept as \($0.name)."
          }
            ?? "."))
      for line in result.lines where line.voted != nil {
        steps.append(
          "Proposal \(Proposal.label(line.number)) was changed in words alone after the vote.")
      }
    }
    return steps
  }

  /// While a later round is voted on: the negative votes of the rounds before, which stand.
  func standing(_ report: inout Report) {
    guard ballot.ended == nil, ballot.rounds.count > 1, !entry.standing.isEmpty else { return }
    report.heading(2, "Negative votes that stand")
    report.bullets(
      entry.standing.map { question, body in
        [Span(body.name + (question.map { " on \(Proposal.label($0))" } ?? ""))]
      })
  }
}
