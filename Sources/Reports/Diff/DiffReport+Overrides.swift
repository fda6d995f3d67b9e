import PortfolioModel

extension DiffReport {
  /// Overrides granted, changed, confirmed and dropped, in full.
  func overrides(_ report: inout Report) {
    let changes = differences(of: .ledger)
    for subject in Set(changes.map(\.subject)).sorted() {
      let own = changes.filter { $0.subject == subject }
      report.card(
        entry(own), "Override ", Span(subject.id.text, .strong), Span(": \(verb(own))")
      ) { card in
        if let override = input.to.overrides[subject.id] {
          card.bullets(content(override, own))
        } else if let override = input.from.overrides[subject.id] {
          card.bullets(gone(override))
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

  /// What an entry says, and field by field what changed of it; its date of review stands once.
  private func content(_ override: Override, _ own: [Difference]) -> [[Span]] {
    let fields = own.filter { $0.kind == .set }
    let changed = fields.filter { $0.field != "review-by" }.map { difference in
      [Span("changed, \(label(of: difference.field ?? "", .override)): ", .dim)]
        + value(difference)
    }
    let date = fields.first { $0.field == "review-by" }
    let was = date.map { [Span(" Before: \($0.from.map(words) ?? "no date").", .dim)] } ?? []
    return decisions(override)
      + (override.text == nil ? [] : [[Span("footnote: ", .dim), Span(override.explanation)]])
      + (override.wording.map { [[Span($0, .dim)]] } ?? [])
      + [[Span("reason: ", .dim), Span(override.reason.oneLine)]] + changed
      + [[Span(reviewDate(override), .strong)] + was]
  }

  /// What an entry said that goes.
  private func gone(_ override: Override) -> [[Span]] {
    let footnote: [[Span]] =
      override.text == nil
      ? [] : [[Span("its footnote goes: ", .dim), Span(override.explanation, .deleted)]]
    return decisions(override).map { ["no longer "] + $0 } + footnote
      + [[Span("its reason was: ", .dim), Span(override.reason.oneLine)]]
  }

  /// What an override decides: a line for each criterion and level that it waives, for each standard
  /// that it holds and for each move that it explains.
  func decisions(_ override: Override) -> [[Span]] {
    let waived = override.waiversAlike.map { waivers in
      waivers.first.map { phrase($0, for: waivers.map(\.standard)) } ?? []
    }
    return waived + override.holds.map(phrase) + override.moves.map(phrase)
  }

  /// A waiver, hold or explained move as an item of a list holds it.
  func decision(_ item: Fields) -> [Span]? {
    if let waiver = Override.Waiver(item) { return phrase(waiver, for: [waiver.standard]) }
    if let hold = Override.Hold(item) { return phrase(hold) }
    return Override.ExplainedMove(item).map(phrase)
  }

  private func phrase(_ waiver: Override.Waiver, for standards: [Identifier]) -> [Span] {
    [
      "waives ", Span(Criterion.label(waiver.criterion), .strong),
      Span(waiver.levelPhrase(region: region) + " for "),
      Span(standards.map(input.name).conjunction + waiver.groundPhrase(input.name)),
    ]
  }

  private func phrase(_ hold: Override.Hold) -> [Span] {
    ["holds ", Span(input.name(of: hold.standard), .strong), Span(", \(hold.from.phrase)")]
  }

  private func phrase(_ move: Override.ExplainedMove) -> [Span] {
    [
      "explains the move of ", Span(input.name(of: move.standard), .strong),
      Span(" from \(move.from.rawValue) to \(move.to.rawValue)"),
    ]
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
