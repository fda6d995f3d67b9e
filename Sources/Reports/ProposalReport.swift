package import PortfolioModel

/// One proposal, whatever its state: what it says, and what was said of it.
package struct ProposalReport {
  private let entry: ProposalEntry
  private let proposal: Proposal
  private let sentence: String?
  private let changes: [ChangelogEntry]
  private let portfolio: Portfolio

  /// - Parameter sentence: What an unfinished proposal still needs; nil for a closed one.
  /// - Parameter changes: The changes as the changelog words them.
  package init(
    _ entry: ProposalEntry, _ proposal: Proposal, sentence: String?, changes: [ChangelogEntry],
    in portfolio: Portfolio
  ) {
    self.entry = entry
    self.proposal = proposal
    self.sentence = sentence
    self.changes = changes
    self.portfolio = portfolio
  }

  package var report: Report {
    var report = Report()
    report.heading(1, "\(entry.label) \(proposal.title.isEmpty ? "(no title)" : proposal.title)")
    report.paragraph(Span(entry.status.word, .strong), Span(": \(standing)"))
    report.bullets([
      [
        Span(
          "\(proposal.nature.rawValue), proposed by \(proposal.proposer) on \(proposal.created)")
      ]
    ])
    section(&report, "Changes", changes.map { [Span("\($0.section.rawValue): \($0.text)")] })
    if !proposal.rationale.isBlank {
      report.heading(3, "Rationale")
      report.paragraph(Span(proposal.rationale.oneLine))
    }
    section(&report, "Evidence", proposal.evidence.map(evidence))
    section(&report, "Reviews", entry.reviews.map(review))
    section(&report, "Settled objections", entry.resolutions.map(resolution))
    return report
  }

  private func section(_ report: inout Report, _ title: String, _ items: [[Span]]) {
    guard !items.isEmpty else { return }
    report.heading(3, title)
    report.bullets(items)
  }

  /// Where the proposal is, in a sentence.
  private var standing: String {
    if let accepted = entry.state?.accepted {
      return "on \(accepted.date), for \(accepted.edition), reviewed by "
        + "\(accepted.reviewers.map(name).conjunction)"
    }
    if let closed = entry.state?.closed {
      return "on \(closed.date) by \(closed.by): \(closed.because)"
    }
    if let takeover = entry.state?.takeover {
      return "taken over on \(takeover.date) by \(takeover.by.name): \(takeover.because) "
        + (sentence ?? "")
    }
    return sentence ?? entry.stateFault ?? "its state is unknown"
  }

  private func evidence(_ piece: Fields) -> [Span] {
    let kind = piece.text("kind").map { "\($0): " } ?? ""
    var spans = [Span(kind + (piece.text("title") ?? ""))]
    let details = ["reference", "source", "accessed"].compactMap { piece.text($0) }
    if !details.isEmpty { spans.append(Span(", \(details.listed)")) }
    if let url = piece.text("url") { spans += [Span(" "), Span(url, .code, link: url)] }
    return spans
  }

  private func review(_ review: Review) -> [Span] {
    let isOfThisText = review.content.hasSameBytes(as: entry.content)
    let lapsed = isOfThisText ? "" : ", of an earlier text"
    let comment = review.comment.map { ": \($0.oneLine)" } ?? ""
    return [
      Span(review.verdict.rawValue, .strong),
      Span(" by \(name(review.reviewer)) on \(review.date)\(lapsed)\(comment)"),
    ]
  }

  private func resolution(_ resolution: ProposalState.Resolution) -> [Span] {
    [
      Span(
        "that of \(name(resolution.reviewer)), by \(name(resolution.by)) on \(resolution.date): "
          + resolution.because)
    ]
  }

  /// A reviewer in a reader's words.
  private func name(_ reviewer: Review.Reviewer) -> String {
    switch reviewer {
    case .member(let id): name(id.text)
    case .person(let person): person.description
    }
  }

  /// The name of a member; a person's own words stay.
  private func name(_ text: String) -> String {
    Identifier(text).flatMap { portfolio.committee?.member($0) }?.person.name ?? text
  }

  // MARK: - JSON

  /// `rspmaint.proposal/1`
  package var json: some Encodable {
    JSON(
      proposal: entry.number, title: proposal.title, status: entry.status.word,
      standing: standing, nature: proposal.nature.rawValue,
      proposer: proposal.proposer.description, created: proposal.created.description,
      content: entry.content,
      changes: changes.map {
        JSON.Change(
          section: $0.section.rawValue, standard: Nullable($0.standard?.text), text: $0.text)
      },
      rationale: proposal.rationale,
      evidence: proposal.evidence.map { JSONValue(.fields($0)) },
      reviews: entry.reviews.map {
        JSON.Review(
          reviewer: name($0.reviewer), date: $0.date.description, verdict: $0.verdict.rawValue,
          comment: Nullable($0.comment), content: $0.content)
      })
  }

  private struct JSON: Encodable {
    struct Change: Encodable {
      let section: String
      let standard: Nullable<String>
      let text: String
    }

    struct Review: Encodable {
      let reviewer: String
      let date: String
      let verdict: String
      let comment: Nullable<String>
      let content: String
    }

    let schema = "rspmaint.proposal/1"
    let proposal: Int
    let title: String
    let status: String
    let standing: String
    let nature: String
    let proposer: String
    let created: String
    let content: String
    let changes: [Change]
    let rationale: String
    let evidence: [JSONValue]
    let reviews: [Review]
  }
}
