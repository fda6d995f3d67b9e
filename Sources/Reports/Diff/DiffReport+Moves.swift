import PortfolioModel

extension DiffReport {
  /// Moves of standards that stay in the portfolio.
  var movesBetweenGroups: [Move] {
    input.moves.filter { $0.from != .new && $0.to != .delisted }
  }

  /// A card for each move between groups.
  func moves(_ report: inout Report) {
    for move in movesBetweenGroups { card(move, &report) }
  }

  private func card(_ move: Move, _ report: inout Report) {
    let own = input.differences.filter {
      $0.subject == SubjectID(.standard, move.standard) && $0.field == "group"
    }
    report.card(
      entry(own), Span(input.name(of: move.standard), .strong),
      Span(": \(move.from.rawValue) → \(move.to.rawValue)")
    ) { card in
      card.paragraph(Span(move.effect, .strong), " ", Span(reason(for: move)))
      footnotes(move, &card)
      criteria(move, &card)
    }
  }

  /// Why the rules allow the move: what the standard misses in the old group, and what it meets in the
  /// new one.
  func reason(for move: Move) -> String {
    guard let standard = input.to.standards[move.standard], let old = move.from.group else {
      return ""
    }
    let name = standard.briefName
    let missed = after.verdicts(on: standard, in: old, .required).filter { !$0.isMet }
    let blocking = move.verdicts.filter(\.blocks)
    let waived = move.verdicts.filter { !$0.isMet && $0.waivedBy != nil }
    let why =
      missed.isEmpty
      ? "\(name) still meets every required criterion of \(old.rawValue)"
      : "\(name) misses \(misses(missed, standard)) of \(old.rawValue)"
    let then: String
    if !blocking.isEmpty {
      then = ", and of \(move.to.rawValue) \(misses(blocking, standard)), which nothing waives."
    } else if !waived.isEmpty {
      then =
        "; of \(move.to.rawValue) it misses \(misses(waived, standard)), "
        + "waived by \(waived.compactMap(\.waivedBy?.text).unique.conjunction)."
    } else {
      then =
        "\(missed.isEmpty ? " and" : "; it meets every required criterion of") \(move.to.rawValue)."
    }
    return why + then
  }

  /// "product adoption (asks for moderate, is low) and tooling (…)"
  private func misses(_ verdicts: [Verdict], _ standard: Standard) -> String {
    verdicts.map { verdict in
      let criterion = verdict.criterion
      let isCondition = criterion.factors.isEmpty
      return
        "\(isCondition ? "“\(criterion.name.spaced)”" : criterion.name.spaced) (asks for \(criterion.requirement.spaced), is "
        + "\(actual(verdict, after, of: standard)))"
    }.conjunction
  }

  /// What counts, standards by their brief names.
  func actual(_ verdict: Verdict, _ judge: Judge, of standard: Standard) -> String {
    guard case .condition = verdict.criterion.test else { return verdict.actual.spaced }
    let successors = judge.successors(of: standard).map { "\($0.briefName) (\($0.group.rawValue))" }
    return successors.isEmpty ? "not superseded" : "superseded by \(successors.conjunction)"
  }

  /// The criteria of the group that a standard joins, and, to unfold, of the group that it leaves.
  private func criteria(_ move: Move, _ report: inout Report) {
    if let group = move.to.group {
      report.foldable("The criteria of \(group.rawValue), which it joins", if: isLong) {
        criteria(of: group, move, &$0)
      }
    }
    guard let group = move.from.group else { return }
    report.details("The criteria of \(group.rawValue), which it leaves") {
      criteria(of: group, move, &$0)
    }
  }

  private func criteria(of group: Group, _ move: Move, _ report: inout Report) {
    guard let old = input.from.standards[move.standard],
      let new = input.to.standards[move.standard]
    else { return }
    let was = Dictionary(
      before.verdicts(on: old, in: group).map {
        ($0.criterion.fullName, actual($0, before, of: old))
      }
    ) { first, _ in first }
    func steps(_ verdict: Verdict) -> [Span] {
      let factors = verdict.criterion.factors
      guard factors.count == 1, let factor = factors.first else { return [] }
      return Direction(
        factor, from: before.counted(factor, of: old), to: after.counted(factor, of: new))?.spans
        ?? []
    }
    report.table(
      ["\(group.rawValue.capitalisedFirst) asks for", "At least", "Was", "Is", "Verdict", "Basis"],
      after.verdicts(on: new, in: group).map { verdict in
        let now = actual(verdict, after, of: new)
        let was = was[verdict.criterion.fullName] ?? "not asked"
        return [
          [Span(verdict.criterion.name.spaced)], [Span(verdict.criterion.requirement.spaced)],
          [Span(was)], [Span(now, was.hasSameBytes(as: now) ? .plain : .added)] + steps(verdict),
          [VerdictTable.judgement(verdict, input.name)], [Span(verdict.criterion.basis, .dim)],
        ]
      })
  }

  /// The entries of the ledger that waive what the move misses or explain it, and its exception; what
  /// the same proposal grants stands below, in full.
  private func footnotes(_ move: Move, _ report: inout Report) {
    let waiving = Set(move.verdicts.compactMap(\.waivedBy))
    let granted = Set(input.differences.map(\.subject))
    report.bullets(
      input.to.overridesInOrder.compactMap { override in
        guard waiving.contains(override.id) || override.explains(move),
          !granted.contains(SubjectID(.override, override.id))
        else { return nil }
        let verb = waiving.contains(override.id) ? "waived" : "explained"
        return [
          Span("\(verb) by \(override.id)", .waived),
          Span(": \(override.explanation) "),
          Span(reviewDate(override), .strong),
        ]
      }
        + (move.exception.map {
          [[Span("exception to the listed moves", .waived), Span(": \($0)")]]
        } ?? []))
  }

  /// "Review by 2027-11-30.", or that none was set.
  func reviewDate(_ override: Override) -> String {
    switch override.reviewBy {
    case Override.nextEdition?: "Review with the next edition."
    case let date?: "Review by \(date)."
    case nil: "No date of review is set."
    }
  }
}

extension [String] {
  /// The texts without repetitions, in order.
  var unique: [String] {
    reduce(into: []) { texts, text in
      if !texts.contains(text) { texts.append(text) }
    }
  }
}
