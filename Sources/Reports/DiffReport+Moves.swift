import PortfolioModel

extension DiffReport {
  /// One section for each move between groups.
  func moves(_ report: inout Report) {
    let judge = Judge(input.from)
    for move in input.moves where move.from != .new && move.to != .delisted {
      report.heading(
        2, "\(input.name(of: move.standard)): \(move.from.rawValue) → \(move.to.rawValue)")
      report.paragraph(Span(effect(move)))
      if let before = input.from.standards[move.standard], let group = move.from.group {
        report.heading(3, "Before, as \(group.rawValue)")
        report.table(
          VerdictTable.header,
          judge.verdicts(on: before, in: group).map(VerdictTable.row))
      }
      if let group = move.to.group {
        report.heading(3, "After, as \(group.rawValue)")
        report.table(VerdictTable.header, move.verdicts.map(VerdictTable.row))
      }
      if let override = move.override.flatMap({ input.to.overrides[$0] }) {
        report.bullets([
          [
            Span("waived by \(override.id)", .waived),
            Span(
              ": \(override.reason.oneLine)"
                + (override.reviewBy.map { " Review by \($0)." } ?? " No date of review.")),
          ]
        ])
      }
      if let exception = move.exception {
        report.bullets([[Span("exception to the listed moves", .waived), Span(": \(exception)")]])
      }
    }
  }

  /// What the move means under 5.1.
  private func effect(_ move: Move) -> String {
    let (before, after) = (move.from.group?.effect, move.to.group?.effect)
    guard before != after else { return "It stays \(after ?? "")." }
    switch (move.from.group, move.to.group) {
    case (.emerging?, _): return "It becomes required where its scope applies (5.1)."
    case (_, .emerging?):
      return "It is no longer required where its scope applies: due consideration only (5.1)."
    default: return "It becomes \(after ?? "no longer part of the portfolio") (5.1)."
    }
  }

  /// Ratings that change, identical changes together; then what was confirmed.
  func ratings(_ report: inout Report) {
    let ratings = input.differences.filter { $0.kind == .set && $0.factor != nil }
    if !ratings.isEmpty {
      report.heading(2, "Reassessed")
      report.table(
        ["standard", "rating", "was", "is", "criterion"],
        grouped(ratings).map { group in
          [
            [Span(group.names)], [Span(rating(group.first))],
            [Span(group.first.from?.phrase ?? "absent", .removed)],
            [Span(group.first.to?.phrase ?? "absent", .added)], [criterion(group.first)],
          ]
        })
    }
    let confirmed = input.differences.filter { $0.kind == .confirm }
    if !confirmed.isEmpty {
      report.heading(2, "Confirmed")
      report.bullets(
        grouped(confirmed).map { group in
          [Span(group.names, .strong), Span(": \(rating(group.first)) reassessed, unchanged")]
        })
    }
  }

  private func rating(_ difference: Difference) -> String {
    let steps = FieldPath(difference.field ?? "").steps.dropFirst(2)
    let detail = steps.last.map { " (\($0))" } ?? ""
    return (difference.factor?.phrase ?? difference.field ?? "") + detail
  }

  /// How the new rating does on its criterion.
  private func criterion(_ difference: Difference) -> Span {
    guard let factor = difference.factor,
      let standard = input.to.standards[difference.subject.id]
    else { return Span("") }
    let name = "\(standard.group.rawValue).\(factor.rawValue)"
    guard let criterion = input.to.criteria.criterion(named: name) else {
      return Span("none", .dim)
    }
    let verdict = Judge(input.to).verdict(on: standard, criterion)
    let judged = VerdictTable.judgement(verdict)
    return Span("\(name): \(judged.text)", judged.role)
  }

  // MARK: - Grouping

  /// Changes that do the same to several standards.
  struct Grouped {
    let first: Difference
    let names: String
  }

  func grouped(_ differences: [Difference]) -> [Grouped] {
    var order: [[Difference]] = []
    for difference in differences {
      let index = order.firstIndex { group in
        guard let first = group.first else { return false }
        return first.field == difference.field && first.from == difference.from
          && first.to == difference.to
          && criterion(first) == criterion(difference)
      }
      if let index {
        order[index].append(difference)
      } else {
        order.append([difference])
      }
    }
    return order.compactMap { group in
      group.first.map {
        Grouped(first: $0, names: group.map { input.name(of: $0.subject.id) }.listed)
      }
    }
  }
}

extension FieldValue {
  /// A rating or another value on one line, without quotation marks.
  var phrase: String {
    guard let fields else { return inlineBare }
    if let regions = fields.fields("regions") {
      let combined = fields.text("combined").map { ["combined \($0)"] } ?? []
      return (combined + regions.entries.map { "\($0.name) \($0.value.phrase)" }).listed
    }
    if let level = fields.text("level") {
      return level + (fields.text("trend").map { " (\($0))" } ?? "")
    }
    return inline
  }
}
