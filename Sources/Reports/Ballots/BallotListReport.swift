import Diagnostics
package import PortfolioModel

/// All ballots, a line each.
package struct BallotListReport {
  private let entries: [BallotEntry]

  package init(_ entries: [BallotEntry]) { self.entries = entries }

  package var report: Report {
    var report = Report()
    report.heading(1, "Ballots")
    guard !entries.isEmpty else {
      report.paragraph("There is no ballot.")
      return report
    }
    report.table(
      ["ballot", "title", "state", "closes", "proposals"],
      entries.map { entry in
        [
          [Span(entry.id.text, .strong)], [Span(entry.ballot?.title ?? "can't be read")],
          [Span(state(entry))], [Span(entry.ballot?.closes.description ?? "")],
          [Span((entry.ballot?.items ?? []).map(\.label).listed)],
        ]
      })
    return report
  }

  private func state(_ entry: BallotEntry) -> String {
    entry.ballot?.cancelled == nil ? entry.state.rawValue : "cancelled"
  }

  /// `rspmaint.ballots/1`
  package var json: some Encodable {
    JSON(
      ballots: entries.map { entry in
        JSON.Item(
          ballot: entry.id.text, title: Nullable(entry.ballot?.title), state: state(entry),
          closes: Nullable(entry.ballot?.closes.description),
          proposals: (entry.ballot?.items ?? []).map(\.number))
      })
  }

  private struct JSON: Encodable {
    struct Item: Encodable {
      let ballot: String
      let title: Nullable<String>
      let state: String
      let closes: Nullable<String>
      let proposals: [Int]
    }

    let schema = "rspmaint.ballots/1"
    let ballots: [Item]
  }
}
