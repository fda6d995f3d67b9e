import Diagnostics
import PortfolioModel

extension DiffReport {
  /// Conflicts and findings: what is still open besides reviews.
  func open(_ report: inout Report) {
    conflicts(&report)
    let findings = findingsToTell
    report.section("findings", "Findings", count: findings.count) { section in
      section.items(findings.map(finding))
      if findings.isEmpty, input.conflicts.isEmpty, !isEmpty {
        section.paragraph(input.asked == nil ? "Nothing to mend." : "The checks find nothing.")
      }
    }
  }

  private func conflicts(_ report: inout Report) {
    report.section("conflicts", "Conflicts", count: input.conflicts.count) { section in
      section.items(
        input.conflicts.map { conflict in
          let labels = [conflict.first, conflict.second].map(Proposal.label)
          return Report.Item(
            entry: ReportEntry(
              fingerprints: [], kind: "conflict", categories: [],
              proposals: [conflict.first, conflict.second], standards: []),
            spans: [
              Span(labels.conjunction, .strong),
              Span(
                conflict.touched.isEmpty
                  ? " are valid alone but not together: \(inWords(conflict.errors.listed))"
                  : " both change \(meetings(conflict).conjunction); only one of them can be "
                    + "committed as it is"), ".",
            ])
        })
    }
  }

  /// The places that both proposals of a conflict change.
  private func meetings(_ conflict: ProposalConflict) -> [String] {
    let both = input.proposals.map(\.proposal).filter {
      $0.number == conflict.first || $0.number == conflict.second
    }
    guard both.count == 2 else { return conflict.touched }
    let seconds = both[1].touches.map(\.touch)
    return both[0].touches.map(\.touch).filter { touch in
      seconds.contains { touch.overlaps($0) }
    }.map { touch in
      let field = touch.path.isRoot ? nil : touch.path.description
      return place(Difference(touch.subject, .set, field: field))
    }.unique
  }

  /// Every override in force, also those that nothing touches.
  func ledger(_ report: inout Report) {
    let changes = Dictionary(
      grouping: input.differences.filter { $0.subject.kind == .override }, by: \.subject.id)
    let overrides = input.to.overridesInOrder
    report.section("ledger", "Overrides in force", count: overrides.count) { section in
      section.table(
        ["Override", "Decides", "Review", "Here"],
        overrides.map { override in
          let own = changes[override.id]
          return [
            [Span(override.id.text)],
            own == nil
              ? Array(decisions(override).joined(separator: [Span("; ")]))
              : [Span("as above", .dim)],
            [Span(override.reviewBy ?? "no date")],
            [Span(own.map(verb) ?? "untouched", own == nil ? .dim : .strong)],
          ]
        })
      if overrides.isEmpty { section.paragraph("No override is in force.") }
    }
  }
}
