import Diagnostics
import PortfolioModel

extension DiffReport {
  /// Conflicts, reviews and findings: what is still open.
  func open(_ report: inout Report) {
    report.section("open", "Still open") { section in
      conflicts(&section)
      reviews(&section)
      if !input.findings.isEmpty {
        section.heading(3, "Findings")
        section.blocks.append(.lines(input.findings.flatMap { FindingsReport.lines($0, wording) }))
      }
      if section.blocks.isEmpty, !isEmpty {
        section.paragraph("Nothing: no conflict, no review that is asked for, no finding.")
      }
    }
  }

  private func conflicts(_ report: inout Report) {
    guard !input.conflicts.isEmpty else { return }
    report.heading(3, "Conflicts")
    report.bullets(
      input.conflicts.map { conflict in
        let what = conflict.touched.isEmpty ? conflict.errors : conflict.touched
        let pair = "\(Proposal.label(conflict.first)) and \(Proposal.label(conflict.second))"
        return [
          Span(pair, .strong),
          Span(
            (conflict.touched.isEmpty ? " are valid alone but not together: " : " both change ")
              + what.listed),
        ]
      })
  }

  private func reviews(_ report: inout Report) {
    let asked = input.proposals.filter { $0.standing != nil }
    guard !asked.isEmpty else { return }
    report.heading(3, "Reviews")
    report.bullets(
      asked.flatMap { covered -> [[Span]] in
        let lines = covered.standing.map { reviewLines(covered.proposal.label, $0) } ?? []
        return [[Span(wording(covered.sentence), covered.isReady ? .met : .strong)]] + lines
      })
  }

  private func reviewLines(_ label: String, _ standing: ReviewStanding) -> [[Span]] {
    func comment(_ review: Review) -> String {
      review.comment.map { ": \($0.oneLine)" } ?? ""
    }
    return standing.objections.map { review in
      [
        Span("\(label): "), Span("\(review.file) objects", .missed),
        Span(" (\(review.date))\(comment(review))"),
      ]
    }
      + standing.approvals.map { review in
        [
          Span("\(label): "), Span("\(review.file) approves", .met),
          Span(" (\(review.date))\(comment(review))"),
        ]
      }
      + standing.discounted.map { review, why in
        [
          Span("\(label): \(review.verdict.rawValue) by \(review.file) "),
          Span("does not count", .waived), Span(" (\(why.text))\(comment(review))"),
        ]
      }
  }

  /// Every override in force, also those that nothing touches.
  func ledger(_ report: inout Report) {
    let changes = Dictionary(
      grouping: input.differences.filter { $0.subject.kind == .override }, by: \.subject.id)
    let overrides = input.to.overridesInOrder
    report.section("ledger", "Overrides in force (\(overrides.count))") { section in
      section.table(
        ["override", "decides", "review", "here"],
        overrides.map { override in
          let own = input.isFromNothing ? nil : changes[override.id]
          return [
            [Span(override.id.text)], Array(decisions(override).joined(separator: [Span("; ")])),
            [Span(override.reviewBy ?? "no date")],
            [Span(own.map(verb) ?? "untouched", own == nil ? .dim : .strong)],
          ]
        })
      if overrides.isEmpty { section.paragraph("No override is in force.") }
    }
  }
}

extension ReviewStanding.Discount {
  fileprivate var text: String {
    switch self {
    case .lapsed: "for an earlier content"
    case .own: "by the proposal's own people"
    case .unknown: "not on the committee"
    case .inactive: "not on the committee, today or then"
    case .ahead: "of a day that was yet to come"
    case .abstained: "an abstention"
    case .resolved: "settled by a chair"
    case .unsigned: "not signed"
    case .wronglySigned(let why): "wrongly signed: \(why)"
    case .unchecked(let why): "its signature could not be checked: \(why)"
    }
  }
}
