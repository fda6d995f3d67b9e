import PortfolioModel

extension DiffReport {
  /// Moves of standards that stay in the portfolio.
  var movesBetweenGroups: [Move] {
    input.moves.filter { $0.from != .new && $0.to != .delisted }
  }

  /// A card for each move between groups.
  func moves(_ report: inout Report) {
    let moves = movesBetweenGroups
    guard !moves.isEmpty else { return }
    var explained: Set<Int> = []
    report.section("moves", "Moves between groups (\(moves.count))") { section in
      for move in moves { card(move, &explained, &section) }
    }
  }

  private func card(_ move: Move, _ explained: inout Set<Int>, _ report: inout Report) {
    let own = input.differences.filter {
      $0.subject == SubjectID(.standard, move.standard) && $0.field == "group"
    }
    let proposals = input.proposals.map(\.proposal).filter { proposal in
      proposal.changes.contains { $0.subject == SubjectID(.standard, move.standard) }
    }
    let fresh = proposals.filter { explained.insert($0.number).inserted }
    report.card(
      entry("move", own), Span(input.name(of: move.standard), .strong),
      Span(": \(move.from.rawValue) → \(move.to.rawValue)")
    ) { card in
      card.paragraph(Span(move.effect, .strong))
      card.paragraph(Span(reason(for: move)))
      criteria(move, &card)
      footnotes(move, &card)
      for proposal in fresh { reasons(of: proposal, &card) }
      for proposal in proposals where !fresh.contains(proposal) {
        card.paragraph("Rationale and evidence: as above, of ", Span(proposal.label), ".")
      }
    }
  }

  /// Why the rules allow the move: what the standard misses in the old group, and what it meets in the
  /// new one.
  func reason(for move: Move) -> String {
    guard let standard = input.to.standards[move.standard], let old = move.from.group else {
      return ""
    }
    let name = standard.briefName
    let missed = Judge(input.to).verdicts(on: standard, in: old, .required).filter { !$0.isMet }
    let blocking = move.verdicts.filter(\.blocks)
    let waived = move.verdicts.filter { !$0.isMet && $0.waivedBy != nil }
    let why =
      missed.isEmpty
      ? "\(name) still meets every required criterion of \(old.rawValue)"
      : "\(name) misses \(missed.map(miss).conjunction)"
    let then: String
    if !blocking.isEmpty {
      then = ", and it misses \(blocking.map(miss).conjunction), which nothing waives."
    } else if !waived.isEmpty {
      then =
        "; of \(move.to.rawValue) it misses \(waived.map(miss).conjunction), "
        + "waived by \(waived.compactMap(\.waivedBy?.text).unique.conjunction)."
    } else {
      then = "; it meets every required criterion of \(move.to.rawValue)."
    }
    return why + then
  }

  private func miss(_ verdict: Verdict) -> String {
    "\(verdict.criterion.fullName) (asks for \(verdict.criterion.requirement), is \(verdict.actual))"
  }

  private func criteria(_ move: Move, _ report: inout Report) {
    let (old, new) = (input.from.standards[move.standard], input.to.standards[move.standard])
    guard let old, let new else { return }
    let (before, after) = (Judge(input.from), Judge(input.to))
    for (title, group) in [
      ("The criteria of the group it leaves", move.from.group),
      ("The criteria of the group it joins", move.to.group),
    ] {
      guard let group else { continue }
      let was = Dictionary(
        before.verdicts(on: old, in: group).map { ($0.criterion.fullName, $0.actual) }
      ) { first, _ in first }
      let verdicts = after.verdicts(on: new, in: group)
      guard !verdicts.isEmpty else { continue }
      report.paragraph(Span("\(title), \(group.rawValue):"))
      report.table(
        ["criterion", "required", "was", "is", "verdict", "basis"],
        verdicts.map { verdict in
          let old = was[verdict.criterion.fullName] ?? "not asked"
          let isSame = old == verdict.actual
          return [
            [Span(verdict.criterion.name)], [Span(VerdictTable.required(verdict.criterion))],
            [Span(old, isSame ? .plain : .removed)],
            [Span(verdict.actual, isSame ? .plain : .added)],
            [VerdictTable.judgement(verdict)], [Span(verdict.criterion.basis, .dim)],
          ]
        })
    }
  }

  /// The entries of the ledger that waive what the move misses or explain it, and its exception.
  private func footnotes(_ move: Move, _ report: inout Report) {
    let waiving = Set(move.verdicts.compactMap(\.waivedBy))
    report.bullets(
      input.to.overridesInOrder.compactMap { override in
        guard waiving.contains(override.id) || override.explains(move) else { return nil }
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
