import Diagnostics
import PortfolioModel

extension DiffReport {
  /// New and delisted standards.
  func listings(_ report: inout Report) {
    let added = input.differences(of: .add, .standard)
    if !added.isEmpty {
      report.heading(2, "Added")
      for difference in added {
        let content = difference.to?.fields ?? Fields()
        report.heading(
          3,
          "\(content.text("brief-name") ?? difference.subject.id.text) "
            + "(\(difference.subject.id)), \(content.text("group") ?? "")")
        report.paragraph(Span(content.text("scope") ?? ""))
        if let move = input.moves.first(where: { $0.standard == difference.subject.id }) {
          report.table(VerdictTable.header, move.verdicts.map(VerdictTable.row))
        }
      }
    }
    let gone = input.differences(of: .delist, .standard)
    guard !gone.isEmpty else { return }
    report.heading(2, "Delisted")
    report.bullets(
      gone.map { difference in
        let record = input.to.delisted[difference.subject.id]
        let instead = record?.replacedBy.map(input.name) ?? []
        return [
          Span(input.name(of: difference.subject.id), .strong),
          Span(
            ", was \(difference.from?.fields?.text("group") ?? "")"
              + (record.map { ": \($0.because)" } ?? "")
              + (instead.isEmpty ? "" : "; replaced by \(instead.conjunction)")),
        ]
      })
  }

  /// Every other field of a record; prose word by word.
  func otherFields(_ report: inout Report) {
    let moved = Set(input.moves.map(\.standard))
    let others = input.differences.filter { difference in
      difference.subject.kind == .standard && difference.kind == .set
        && difference.factor == nil
        && !(difference.field == "group" && moved.contains(difference.subject.id))
    }
    guard !others.isEmpty else { return }
    report.heading(2, "Other fields")
    report.bullets(
      grouped(others).map { group in
        [Span(group.names, .strong), Span(" \(group.first.field ?? ""): ")] + value(group.first)
      })
  }

  /// What goes and what comes; lists by item, texts by word.
  private func value(_ difference: Difference) -> [Span] {
    switch (difference.from, difference.to) {
    case (.text(let old)?, .text(let new)?) where old.contains(" ") || new.contains(" "):
      return WordDiff.pieces(from: old, to: new).map { piece in
        switch piece {
        case .kept(let text): Span(text.oneLineKeepingEnds)
        case .removed(let text): Span("[-\(text.oneLineKeepingEnds)-]", .removed)
        case .added(let text): Span("{+\(text.oneLineKeepingEnds)+}", .added)
        }
      }
    case (let old, let new)
    where old?.list != nil && new?.list != nil || old?.list != nil && new == nil
      || new?.list != nil && old == nil:
      let (before, after) = (old?.list ?? [], new?.list ?? [])
      let dropped = before.filter { !after.contains($0) }
      let inserted = after.filter { !before.contains($0) }
      guard !dropped.isEmpty || !inserted.isEmpty else { return [Span("another order")] }
      let spans =
        dropped.map { Span("[-\($0.inlineBare)-]", .removed) }
        + inserted.map { Span("{+\($0.inlineBare)+}", .added) }
      return Array(spans.map { [$0] }.joined(separator: [Span(" ")]))
    case (let old, let new):
      return [
        Span(old?.phrase ?? "absent", .removed), Span(" → "), Span(new?.phrase ?? "absent", .added),
      ]
    }
  }

  /// Overrides granted, changed and dropped, in full.
  func ledger(_ report: inout Report) {
    let changes = input.differences.filter { $0.subject.kind == .override }
    guard !changes.isEmpty else { return }
    report.heading(2, "Overrides")
    let subjects = Set(changes.map(\.subject)).sorted()
    for subject in subjects {
      let own = changes.filter { $0.subject == subject }
      let verb =
        own.contains { $0.kind == .add }
        ? "granted" : own.contains { $0.kind == .remove } ? "dropped" : "changed"
      report.heading(3, "\(subject.id): \(verb)")
      guard let override = input.to.overrides[subject.id] ?? input.from.overrides[subject.id]
      else { continue }
      report.bullets(
        override.waivers.map { waiver in
          [
            Span("waives "), Span(waiver.criterion, .strong),
            Span(
              " for \(input.name(of: waiver.standard))"
                + (waiver.level.map { " down to \($0.phrase)" } ?? "")),
          ]
        } + (override.text.map { [[Span("footnote: \($0.oneLine)")]] } ?? [])
          + [[Span("reason: \(override.reason.oneLine)")]]
          + [[Span("review by: \(override.reviewBy ?? "no date")")]]
          + own.filter { $0.kind == .set }.map { [Span("\($0.field ?? ""): ")] + value($0) })
    }
  }

  /// Use cases, criteria, committee and the portfolio's description.
  func rest(_ report: inout Report) {
    for (kind, title) in [
      (SubjectKind.useCase, "Use cases"), (.criteria, "Criteria"), (.member, "Committee"),
      (.portfolio, "Portfolio"),
    ] {
      let own = input.differences.filter { $0.subject.kind == kind }
      guard !own.isEmpty else { continue }
      report.heading(2, title)
      report.bullets(
        own.map { difference in
          switch difference.kind {
          case .add: [Span("{+\(difference.subject.id)+}", .added), Span(" added")]
          case .remove, .delist: [Span("[-\(difference.subject.id)-]", .removed), Span(" removed")]
          default:
            [Span("\(difference.subject.id) \(difference.field ?? ""): ")] + value(difference)
          }
        })
    }
  }

  /// Conflicts, reviews and findings: what is still open.
  func open(_ report: inout Report) {
    if !input.conflicts.isEmpty {
      report.heading(2, "Conflicts")
      report.bullets(
        input.conflicts.map { conflict in
          let what = conflict.touched.isEmpty ? conflict.errors : conflict.touched
          let pair = "\(Proposal.label(conflict.first)) and \(Proposal.label(conflict.second))"
          return [
            Span(pair, .strong),
            Span(
              (conflict.touched.isEmpty ? " are valid alone, not together: " : " both change ")
                + what.listed),
          ]
        })
    }
    let reviews = input.proposals.flatMap { covered in
      covered.standing.map { reviewLines(covered.proposal.label, $0) } ?? []
    }
    if !reviews.isEmpty {
      report.heading(2, "Reviews")
      report.bullets(reviews)
    }
    guard !input.findings.isEmpty else { return }
    report.heading(2, "Findings")
    report.blocks.append(.lines(input.findings.flatMap(FindingsReport.lines)))
  }

  private func reviewLines(_ label: String, _ standing: ReviewStanding) -> [[Span]] {
    func comment(_ review: Review) -> String {
      review.comment.map { ": \($0.oneLine)" } ?? ""
    }
    return standing.objections.map { review in
      [Span("\(label): "), Span("\(review.file) objects", .missed), Span(comment(review))]
    }
      + standing.approvals.map { review in
        [Span("\(label): "), Span("\(review.file) approves", .met), Span(comment(review))]
      }
      + standing.discounted.map { review, why in
        [
          Span("\(label): \(review.verdict.rawValue) by \(review.file) "),
          Span("does not count", .waived), Span(" (\(why.text))\(comment(review))"),
        ]
      }
  }
}

extension ReviewStanding.Discount {
  fileprivate var text: String {
    switch self {
    case .lapsed: "for an earlier content"
    case .own: "by the proposal's own people"
    case .unknown: "not on the committee"
    case .inactive: "not on the committee today"
    case .abstained: "an abstention"
    case .resolved: "settled by a chair"
    }
  }
}

extension String {
  /// Line feeds as spaces; what stands at the ends stays.
  fileprivate var oneLineKeepingEnds: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\n" ? " " : $0 }))
  }
}
