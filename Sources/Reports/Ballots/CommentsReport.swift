import Diagnostics
package import PortfolioModel

/// The comments of all bodies on a ballot, in the order in which a meeting goes through them, with
/// the answers that there are.
package struct CommentsReport {
  private let entry: BallotEntry
  private let ballot: Ballot

  package init(_ entry: BallotEntry, _ ballot: Ballot) {
    (self.entry, self.ballot) = (entry, ballot)
  }

  /// One comment after another.
  package var report: Report {
    var report = head
    for (id, comment) in entry.collated {
      report.heading(3, "\(id) on \(comment.place.oneLine) (\(comment.kind.rawValue))")
      report.paragraph(Span(comment.text.oneLine))
      if let change = comment.change {
        report.paragraph(Span("Proposed change: "), Span(change.oneLine))
      }
      report.paragraph(Span("Answer: ", .strong), Span(entry.answer(to: id)))
    }
    return report
  }

  /// The same as the table of the form.
  package var page: Report {
    var report = head
    report.table(
      ["Comment", "Place", "Type", "Comments", "Proposed change", "Observations"],
      entry.collated.map { id, comment in
        [
          [Span(id.description, .strong)], [Span(comment.place.oneLine)],
          [Span(comment.kind.rawValue)], [Span(comment.text.oneLine)],
          [Span(comment.change?.oneLine ?? "")],
          [Span(entry.disposition(of: id) == nil ? "" : entry.answer(to: id))],
        ]
      })
    return report
  }

  private var head: Report {
    var report = Report()
    report.heading(1, "Comments on ballot '\(entry.id)': \(ballot.title)")
    let comments = entry.collated
    let agreed = comments.count { entry.disposition(of: $0.id)?.agreed != nil }
    report.paragraph(
      Span(
        comments.isEmpty
          ? "There are no comments."
          : "\(comments.count.counted("comment")), of which \(agreed) "
            + "\(agreed == 1 ? "has" : "have") an agreed answer."))
    return report
  }

  // MARK: - JSON

  /// `rspmaint.ballot-comments/1`
  package var json: some Encodable {
    JSON(
      ballot: entry.id.text, title: ballot.title,
      comments: entry.collated.map { id, comment in
        let disposition = entry.disposition(of: id)
        return JSON.Item(
          id: id.description, body: id.body.text, proposal: Nullable(comment.proposal),
          change: Nullable(comment.about), line: Nullable(comment.line),
          clause: Nullable(comment.clause), paragraph: Nullable(comment.paragraph),
          type: comment.kind.rawValue, text: comment.text,
          proposedChange: Nullable(comment.change),
          disposition: Nullable(disposition?.answer.rawValue),
          because: Nullable(disposition?.because),
          sameAs: Nullable(disposition?.sameAs?.description),
          agreed: Nullable(disposition?.agreed?.phrase))
      })
  }

  private struct JSON: Encodable {
    struct Item: Encodable {
      let id: String
      let body: String
      let proposal: Nullable<Int>
      let change: Nullable<String>
      let line: Nullable<String>
      let clause: Nullable<String>
      let paragraph: Nullable<String>
      let type: String
      let text: String
      let proposedChange: Nullable<String>
      let disposition: Nullable<String>
      let because: Nullable<String>
      let sameAs: Nullable<String>
      let agreed: Nullable<String>
    }

    let schema = "rspmaint.ballot-comments/1"
    let ballot: String
    let title: String
    let comments: [Item]
  }
}

extension BallotEntry {
  /// What the committee answers to a comment, in a sentence or two.
  func answer(to comment: Comment.ID) -> String {
    disposition(of: comment).map(\.words) ?? "none yet."
  }
}

extension Disposition {
  /// The answer in a sentence or two.
  var words: String {
    let because = because.map { ": \($0)" } ?? "."
    let same = sameAs.map { " (as \($0))" } ?? ""
    let agreed = agreed.map { " Agreed: \($0.phrase)." } ?? " Proposed, not agreed."
    let reopened = reopened.map { " It was reopened: \($0)" } ?? ""
    return "\(answer.phrase)\(same)\(because)\(agreed)\(reopened)"
  }
}
