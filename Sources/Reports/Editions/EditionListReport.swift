package import PortfolioModel

/// All editions, a line each.
package struct EditionListReport {
  package typealias Line = (edition: Edition, commit: String?)

  private let current: String
  private let lines: [Line]
  /// What became of its systematic review, and when the next one is due; nil where nothing is known.
  private let review: SystematicReview?

  /// - Parameter lines: The editions, each with the commit of its tag.
  package init(current: String, review: SystematicReview? = nil, _ lines: [Line]) {
    (self.current, self.review, self.lines) = (current, review, lines)
  }

  package var report: Report {
    var report = Report()
    report.heading(1, "Editions")
    report.paragraph(Span("The portfolio is of "), Span(current, .strong), Span("."))
    if let review {
      let next = review.outcome == nil ? "Systematic review" : "Next systematic review"
      report.bullets(
        (review.outcome.map { [[Span("Systematic review: \($0)")]] } ?? [])
          + [[Span("\(next): by \(review.due)")]])
    }
    guard !lines.isEmpty else {
      report.paragraph("No edition was cut yet.")
      return report
    }
    report.table(
      ["name", "what", "number", "date", "tag"],
      lines.map { edition, commit in
        [
          [Span(edition.id.text, .strong)], [Span(edition.what)],
          [Span(edition.publication.map { String($0.number) } ?? "")],
          [Span(edition.date.description)],
          [Span(commit.map { String($0.prefix(10)) } ?? "not here", commit == nil ? .dim : .code)],
        ]
      })
    return report
  }

  /// `rspmaint.editions/1`
  package var json: some Encodable {
    JSON(
      current: current,
      editions: lines.map { edition, commit in
        JSON.Item(
          name: edition.id.text, stage: Nullable(edition.stage?.rawValue),
          title: Nullable(edition.publication?.name),
          number: Nullable(edition.publication?.number),
          kind: Nullable(edition.publication?.kind.rawValue),
          follows: Nullable(edition.publication?.follows), date: edition.date.description,
          carried: edition.carried.map(\.text), commit: Nullable(commit))
      })
  }

  private struct JSON: Encodable {
    struct Item: Encodable {
      let name: String
      let stage: Nullable<String>
      let title: Nullable<String>
      let number: Nullable<Int>
      let kind: Nullable<String>
      let follows: Nullable<String>
      let date: String
      let carried: [String]
      let commit: Nullable<String>
    }

    let schema = "rspmaint.editions/1"
    let current: String
    let editions: [Item]
  }
}

extension Edition {
  /// Its stage, or what the publisher calls it.
  fileprivate var what: String {
    guard let publication else { return stage?.rawValue ?? "" }
    return publication.kind == .revision
      ? publication.name : "\(publication.name) (\(publication.kind.rawValue))"
  }
}
