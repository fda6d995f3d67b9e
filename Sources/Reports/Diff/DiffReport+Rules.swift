import PortfolioModel

extension DiffReport {
  /// Overrides granted, changed and dropped, in full.
  func overrides(_ report: inout Report) {
    let changes = input.differences.filter { $0.subject.kind == .override }
    let subjects = Set(changes.map(\.subject)).sorted()
    report.section("overrides", "Overrides (\(subjects.count))") { section in
      for subject in subjects {
        let own = changes.filter { $0.subject == subject }
        section.card(
          entry("override", own), Span(subject.id.text, .strong), Span(": \(verb(own))")
        ) { card in
          guard let override = input.to.overrides[subject.id] ?? input.from.overrides[subject.id]
          else { return }
          card.bullets(
            decisions(override)
              + (override.text == nil
                ? [] : [[Span("footnote: ", .dim), Span(override.explanation)]])
              + (override.wording.map { [[Span($0, .dim)]] } ?? [])
              + [[Span("reason: ", .dim), Span(override.reason.oneLine)]]
              + [[Span(reviewDate(override), .strong)]]
              + own.filter { $0.kind == .set }.map { [Span("\($0.field ?? ""): ")] + value($0) })
        }
      }
    }
  }

  /// "granted", "dropped", "confirmed" or "changed"
  func verb(_ changes: [Difference]) -> String {
    let kinds = Set(changes.map(\.kind))
    if kinds.contains(.add) { return "granted" }
    if kinds.contains(.remove) { return "dropped" }
    return kinds.contains(.confirm) ? "confirmed" : "changed"
  }

  /// What an override decides: a line for each criterion and level that it waives, for each standard
  /// that it holds and for each move that it explains.
  func decisions(_ override: Override) -> [[Span]] {
    let held: [[Span]] = override.holds.map { hold in
      ["holds ", Span(input.name(of: hold.standard), .strong), Span(", \(hold.from.phrase)")]
    }
    let moved: [[Span]] = override.moves.map { move in
      [
        "explains the move of ", Span(input.name(of: move.standard), .strong),
        Span(" from \(move.from.rawValue) to \(move.to.rawValue)"),
      ]
    }
    return waivers(override) + held + moved
  }

  private func waivers(_ override: Override) -> [[Span]] {
    override.waiversAlike.map { waivers in
      let names = waivers.map { input.name(of: $0.standard) }.conjunction
      guard let first = waivers.first else { return [] }
      return [
        "waives ", Span(first.criterion, .strong),
        Span(first.levelPhrase() + " for "),
        Span(names + first.groundPhrase(input.name)),
      ]
    }
  }

  /// Use cases, criteria, committee and the portfolio's description.
  func rest(_ report: inout Report) {
    for (kind, id, title) in [
      (SubjectKind.useCase, "use-cases", "Use cases"), (.criteria, "criteria", "Criteria"),
      (.member, "committee", "Committee"), (.portfolio, "portfolio", "Portfolio"),
    ] {
      let own = input.differences.filter { $0.subject.kind == kind }
      report.section(id, "\(title) (\(own.count))") { section in
        section.entries(
          [title.lowercased(), "field", "change"],
          own.map { difference in
            let change: [Span] =
              switch difference.kind {
              case .add: [Span("added", .inserted)]
              case .remove, .delist: [Span("removed", .deleted)]
              default: value(difference)
              }
            return Report.EntryRow(
              entry: entry(kind.rawValue, [difference]),
              cells: [
                [Span(difference.subject.id.text)], [Span(difference.field ?? "the whole")], change,
              ])
          })
        if kind == .criteria, !own.isEmpty { criteriaEffect(&section) }
      }
    }
  }

  /// The old rules against the new ones, on the whole portfolio.
  private func criteriaEffect(_ report: inout Report) {
    let effect = CriteriaEffect(from: input.from, to: input.to)
    report.paragraph(
      "The old rules against the new ones, on all ",
      Span("\(input.to.standards.count) standards as they will be:", .plain))
    func lines(_ word: String, _ role: Role, _ names: [String]) -> [[Span]] {
      names.isEmpty ? [] : [[Span("\(names.count) \(word): ", role), Span(names.conjunction)]]
    }
    let lines =
      lines("would fall", .missed, effect.refused.map(\.standard.briefName))
      + lines("would stay by an override only", .waived, effect.waived.map(\.standard.briefName))
      + lines("would meet what they missed", .met, effect.allowed.map(\.briefName))
      + lines(
        "would become due", .note,
        effect.due.map { "\($0.standard.briefName) (\($0.group.rawValue))" })
    if lines.isEmpty {
      report.paragraph("No standard falls, and none becomes due.")
    } else {
      report.bullets(lines)
    }
  }
}

extension Override {
  /// Its waivers, those alike but for the standard together, in the order of the first of each.
  fileprivate var waiversAlike: [[Waiver]] {
    var groups: [[Waiver]] = []
    for waiver in waivers {
      let index = groups.firstIndex { group in
        group.first.map {
          $0.criterion.hasSameBytes(as: waiver.criterion) && $0.level == waiver.level
            && $0.regions == waiver.regions && $0.ground == waiver.ground
        } ?? false
      }
      if let index {
        groups[index].append(waiver)
      } else {
        groups.append([waiver])
      }
    }
    return groups
  }
}
