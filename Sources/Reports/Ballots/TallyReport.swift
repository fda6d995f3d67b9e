import Diagnostics
package import PortfolioModel

/// The count of a ballot as a transcript.
package struct TallyReport {
  private let entry: BallotEntry
  /// The titles of the proposals, by number.
  private let titles: [Int: String]

  package init(_ entry: BallotEntry, titles: [Int: String]) {
    (self.entry, self.titles) = (entry, titles)
  }

  var entryID: String { entry.id.text }

  /// The count of each proposal; of a vote on all together, each has the same.
  var lines: [(number: Int, tally: Tally)] {
    (entry.ballot?.items ?? []).compactMap { item in
      entry.tally(of: item.number).map { (item.number, $0) }
    }
  }

  package var report: Report {
    var report = Report()
    report.heading(1, "The count of ballot '\(entry.id)'")
    report.bullets((entry.ballot?.rule.sentences ?? []).map { [Span($0)] })
    for (question, tally) in entry.tallies {
      let name = question.map { "\(Proposal.label($0)) \(titles[$0] ?? "")" } ?? "All together"
      report.heading(3, "\(name): \(tally.verdict.phrase)")
      report.bullets(TallyReport.conditions(tally))
      report.table(["body", "status", "vote", "counted"], votes(tally, on: question))
      report.bullets(TallyReport.remarks(tally).map { [Span($0)] })
    }
    return report
  }

  /// Each condition beside its limit.
  private static func conditions(_ tally: Tally) -> [[Span]] {
    let rule = tally.rule
    if tally.casts.isEmpty { return [[Span("Nobody has voted.", .missed)]] }
    func line(_ words: String, _ isMet: Bool) -> [Span] {
      [Span(words + ": "), Span(isMet ? "met" : "missed", isMet ? .met : .missed)]
    }
    var lines = [
      line(
        "In favour: \(tally.inFavour) of the votes cast by \(rule.approvers.phrase), at least "
          + "\(rule.approval) needed", !tally.failures.contains(.approval)),
      line(
        "Negative: \(tally.negative) of the votes cast by \(rule.negativeVoters.phrase), at most "
          + "\(rule.negative) allowed", !tally.failures.contains(.negative)),
    ]
    if let limit = rule.returned {
      lines.append(
        line(
          "Answered: \(tally.returned) of \(rule.approvers.phrase), at least \(limit) needed",
          !tally.failures.contains(.returned)))
    }
    if !rule.mustVote.isEmpty {
      let isMet = !tally.failures.contains { if case .mustVote = $0 { true } else { false } }
      lines.append(line("Must answer: \(rule.mustVote.map(\.text).conjunction)", isMet))
    }
    return lines
  }

  private func votes(_ tally: Tally, on question: Int?) -> [[[Span]]] {
    tally.casts.map { cast in
      let isDoubtful = tally.doubtful.contains { $0.id == cast.body.id }
      let counted =
        cast.leftOut.map { "left out: \($0.phrase)" } ?? (isDoubtful ? "in doubt" : "yes")
      return [
        [Span(cast.body.name)], [Span(cast.body.status.rawValue)],
        [
          Span(cast.vote.phrase(round: entry.vote(of: cast.body.id, on: question)?.round ?? 1))
        ],
        [Span(counted, cast.leftOut == nil ? .plain : .dim)],
      ]
    }
  }

  private static func remarks(_ tally: Tally) -> [String] {
    var remarks: [String] = []
    if !tally.silent.isEmpty {
      remarks.append("Not answered: \(tally.silent.map(\.name).listed).")
    }
    if !tally.doubtful.isEmpty {
      remarks.append(
        "Whether the negative vote of \(tally.doubtful.map(\.name).conjunction) has a technical "
          + "reason has to be judged first.")
    }
    return remarks + tally.flips.map(\.sentence)
  }
}
