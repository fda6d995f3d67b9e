import PortfolioModel

extension DiffReport {
  /// Overrides granted, changed and dropped, in full.
  func overrides(_ report: inout Report) {
    let changes = input.differences.filter { $0.subject.kind == .override }
    let subjects = Set(changes.map(\.subject)).sorted()
    for subject in subjects {
      let own = changes.filter { $0.subject == subject }
      report.card(
        entry(own), "Override ", Span(subject.id.text, .strong), Span(": \(verb(own))")
      ) { card in
        guard let override = input.to.overrides[subject.id] ?? input.from.overrides[subject.id]
        else { return }
        card.bullets(
          waivers(override)
            + (override.text.map { [[Span("footnote: ", .dim), Span($0.oneLine)]] } ?? [])
            + [[Span("reason: ", .dim), Span(override.reason.oneLine)]]
            + [[Span(reviewDate(override), .strong)]]
            + own.filter { $0.kind == .set }.map {
              [Span("\(label(of: $0.field ?? "", .override)): ", .dim)] + value($0)
            })
      }
    }
  }

  /// "granted", "dropped" or "changed"
  func verb(_ changes: [Difference]) -> String {
    changes.contains { $0.kind == .add }
      ? "granted" : changes.contains { $0.kind == .remove } ? "dropped" : "changed"
  }

  /// What an override waives, a line for each criterion and level.
  func waivers(_ override: Override) -> [[Span]] {
    override.waiversByCriterion.map { criterion, level, standards in
      [
        "waives ", Span(Criterion.label(criterion), .strong),
        Span((level.map { " down to \($0.phrase)" } ?? "") + " for "),
        Span(standards.map(input.name).conjunction),
      ]
    }
  }

  /// Use cases, criteria, committee and the portfolio's description.
  func rest(_ report: inout Report) {
    for (kind, title, word) in [
      (SubjectKind.useCase, "Use cases", "Use case"), (.criteria, "Criteria", "Criteria"),
      (.member, "Committee", "Member"), (.portfolio, "Portfolio", "Portfolio"),
    ] {
      let own = input.differences.filter { $0.subject.kind == kind }
      report.group(title, count: own.count) { section in
        section.entries(
          [word, "Field", "Change"],
          own.map { difference in
            let change: [Span] =
              switch difference.kind {
              case .add: [Span("added", .inserted)]
              case .remove, .delist: [Span("removed", .deleted)]
              default: value(difference)
              }
            return Report.EntryRow(
              entry: entry([difference]),
              cells: [
                [Span(subjectName(difference.subject))],
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

extension Override {
  /// Its waivers by criterion and level, in the order of the first of each.
  fileprivate var waiversByCriterion: [(criterion: String, level: Level?, standards: [Identifier])]
  {
    var groups: [(criterion: String, level: Level?, standards: [Identifier])] = []
    for waiver in waivers {
      let index = groups.firstIndex {
        $0.criterion.hasSameBytes(as: waiver.criterion) && $0.level == waiver.level
      }
      if let index {
        groups[index].standards.append(waiver.standard)
      } else {
        groups.append((waiver.criterion, waiver.level, [waiver.standard]))
      }
    }
    return groups
  }
}
