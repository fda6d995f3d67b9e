import PortfolioModel

extension DiffReport {
  /// Use cases, criteria, committee and the portfolio's description.
  func rest(_ report: inout Report) {
    for (kind, title, word) in [
      (SubjectKind.useCase, "Use cases", "Use case"), (.criteria, "Criteria", nil),
      (.member, "Committee", "Member"), (.body, "Bodies that vote", "Body"),
      (.portfolio, "Portfolio", nil),
    ] {
      let own = input.differences.filter { $0.subject.kind == kind }
      report.group(title, count: own.count) { section in
        section.entries(
          (word.map { [$0] } ?? []) + ["Field", "Change"],
          own.map { difference in
            let change: [Span] =
              switch difference.kind {
              case .add: [Span("added", .inserted)]
              case .remove, .delist: [Span("removed", .deleted)]
              default: value(difference) + steps(difference)
              }
            let name = word == nil ? [] : [[Span(subjectName(difference.subject))]]
            return Report.EntryRow(
              entry: entry([difference]),
              cells: name + [
                [Span(difference.field.map { label(of: $0, kind) } ?? "the whole")], change,
              ])
          })
        if kind == .criteria, !own.isEmpty { criteriaEffect(&section) }
      }
    }
  }

  /// The old rules against the new ones, on the whole portfolio; the consequences name the standards.
  private func criteriaEffect(_ report: inout Report) {
    let effect = CriteriaEffect(from: input.from, to: input.to)
    let counts = [
      (effect.refused.count, "would fall"),
      (effect.waived.count, "would stay by an override only"),
      (effect.allowed.count, "would meet what they missed"),
      (effect.due.count, "would become due for another group"),
    ].filter { $0.0 > 0 }.map { "\($0) \($1)" }
    report.paragraph(
      Span(
        "Of all \(input.to.standards.count) standards, as they will be, "
          + (counts.isEmpty ? "none falls, and none becomes due." : "\(counts.listed).")))
  }
}
