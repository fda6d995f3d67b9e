import Diagnostics
package import PortfolioModel

/// The whole story of a ballot: what it asked, what came in, what was answered and decided.
package struct BallotStory {
  let entry: BallotEntry
  let ballot: Ballot
  private let titles: [Int: String]

  package init(_ entry: BallotEntry, _ ballot: Ballot, titles: [Int: String]) {
    (self.entry, self.ballot, self.titles) = (entry, ballot, titles)
  }

  package var report: Report {
    var report = Report()
    report.heading(1, "Ballot '\(entry.id)': \(ballot.title)")
    report.bullets(steps.map { [Span($0)] })
    report.heading(2, entry.state == .closed ? "What was voted on" : "What is voted on")
    report.table(
      ["proposal", "title", "content"] + (entry.result == nil ? [] : ["result"]),
      ballot.items.map { item in
        [
          [Span(item.label)], [Span(titles[item.number] ?? "")],
          [Span(String(item.content.prefix(10)), .code)],
        ]
          + (entry.result.map { [[Span($0.line(item.number)?.verdict.phrase ?? "", .strong)]] }
            ?? [])
      })
    report.heading(2, "The rule")
    report.bullets(ballot.rule.sentences.map { [Span($0)] })
    report.heading(2, "Who votes")
    report.table(
      ["body", "status", "voter", "answered"],
      ballot.bodies.map { body in
        let dates = (entry.receipts[body.id] ?? []).map(\.date.description)
        return [
          [Span(body.name)], [Span(body.status.rawValue)], [Span(body.voter.text)],
          [Span(dates.isEmpty ? "no" : dates.listed)],
        ]
      })
    standing(&report)
    comments(&report)
    if !entry.tallies.isEmpty {
      report.heading(2, "Votes")
      report.blocks += VotingReport(entry, ballot).report.blocks.filter { block in
        if case .heading(1, _) = block { false } else { true }
      }
    }
    return report
  }

  private func comments(_ report: inout Report) {
    guard !entry.comments.isEmpty else { return }
    report.heading(2, "Comments")
    for (id, comment) in entry.comments {
      report.heading(3, "\(id) on \(comment.place.oneLine) (\(comment.kind.rawValue))")
      report.paragraph(Span(comment.text.oneLine))
      if let change = comment.change {
        report.paragraph(Span("Proposed change: "), Span(change.oneLine))
      }
      report.paragraph(Span("Answer: ", .strong), Span(entry.answer(to: id)))
      if let said = entry.satisfaction(of: id) {
        report.paragraph(
          Span("The commenter: ", .strong),
          Span("\(said.word.phrase), by a message that came by \(said.date)."))
      }
      let earlier = (entry.dispositions[id.body] ?? []).filter { $0.comment == id }.dropLast()
      report.bullets(earlier.map { [Span("Answered before: \($0.words)", .dim)] })
    }
  }

  // MARK: - JSON

  /// `rspmaint.ballot/1`
  package var json: some Encodable {
    JSON(
      ballot: entry.id.text, title: ballot.title, state: entry.state.rawValue,
      opened: ballot.opened.description, closes: ballot.closes.description, steps: steps,
      proposals: ballot.items.map { item in
        JSON.Item(
          proposal: item.number, content: item.content,
          verdict: Nullable(entry.result?.line(item.number)?.verdict.rawValue))
      },
      comments: entry.comments.map { id, comment in
        let disposition = entry.disposition(of: id)
        return JSON.Comment(
          id: id.description, proposal: Nullable(comment.proposal), type: comment.kind.rawValue,
          text: comment.text, disposition: Nullable(disposition?.answer.rawValue),
          because: Nullable(disposition?.because),
          agreed: Nullable(disposition?.agreed?.phrase),
          commenter: Nullable(entry.satisfaction(of: id)?.word.rawValue))
      })
  }

  private struct JSON: Encodable {
    struct Item: Encodable {
      let proposal: Int
      let content: String
      let verdict: Nullable<String>
    }

    struct Comment: Encodable {
      let id: String
      let proposal: Nullable<Int>
      let type: String
      let text: String
      let disposition: Nullable<String>
      let because: Nullable<String>
      let agreed: Nullable<String>
      let commenter: Nullable<String>
    }

    let schema = "rspmaint.ballot/1"
    let ballot: String
    let title: String
    let state: String
    let opened: String
    let closes: String
    let steps: [String]
    let proposals: [Item]
    let comments: [Comment]
  }
}
