import Diagnostics
import PortfolioModel

extension DiffReport {
  /// Ratings that change, identical changes together; then those that lose their regions, and what
  /// was confirmed.
  func ratings(_ report: inout Report) {
    ratings(.rating, "Ratings", &report)
    ratings(.flattening, "Regional ratings made plain", &report)
    let confirmed = differences(of: .confirmation)
    report.group("Confirmed: reassessed, unchanged", count: confirmed.count) { group in
      group.entries(
        ["Standard", "Rating", "Stays"],
        grouped(confirmed).map { same in
          Report.EntryRow(
            entry: entry(same.all),
            cells: [
              name(same), [Span(rating(same.first))],
              [Span(same.first.to.map(words) ?? "not rated")],
            ])
        })
    }
  }

  private func ratings(_ kind: Kind, _ title: String, _ report: inout Report) {
    let ratings = differences(of: kind)
    report.group(title, count: ratings.count) { group in
      group.entries(
        ["Standard", "Rating", "Was", "Is", "Criterion"],
        grouped(ratings).map { same in
          Report.EntryRow(
            entry: entry(same.all),
            cells: [
              name(same), [Span(rating(same.first))],
              [Span(same.first.from.map(words) ?? "not rated")],
              [Span(same.first.to.map(words) ?? "not rated", .added)] + steps(same.first),
              criterion(same.first),
            ])
        })
    }
  }

  /// The standards of a row, and the further proposals that make the same change.
  func name(_ same: Grouped) -> [Span] {
    let others = (covering[same.first] ?? []).dropFirst().map(Proposal.label)
    let also = others.isEmpty ? [] : [Span(" also in \(others.conjunction)", .dim)]
    return [Span(same.names)] + also
  }

  func rating(_ difference: Difference) -> String {
    label(of: difference.field ?? "", difference.subject.kind)
  }

  /// Which way a level goes: that of a rating, or that a criterion asks for.
  func direction(_ difference: Difference) -> Direction? {
    guard let factor = difference.factor ?? factor(asked: difference) else { return nil }
    return Direction(
      factor, from: difference.from.flatMap { level($0, factor) },
      to: difference.to.flatMap { level($0, factor) })
  }

  /// The direction behind a value; nothing where no level changes.
  func steps(_ difference: Difference) -> [Span] { direction(difference)?.spans ?? [] }

  /// The factor of which a criterion asks for another level.
  private func factor(asked difference: Difference) -> Factor? {
    guard difference.subject.kind == .criteria,
      let steps = difference.field.map({ FieldPath($0).steps }), steps.last == "at-least"
    else { return nil }
    return steps.dropLast().last.flatMap(Factor.init)
  }

  /// The level that counts of a rating, or of one region of it.
  private func level(_ value: FieldValue, _ factor: Factor) -> Level? {
    if let rating = Rating(value, of: factor) {
      return rating.counted(input.to.criteria.regional, of: factor)
    }
    return value.fields?.text("level").flatMap(Level.init)
  }

  /// Whether the new rating meets its criterion, and whether the old one did.
  func criterion(_ difference: Difference) -> [Span] {
    guard let factor = difference.factor,
      let standard = input.to.standards[difference.subject.id]
    else { return [] }
    guard let verdict = verdict(factor, on: standard, after) else {
      return [Span("\(standard.group.rawValue) asks for none", .dim)]
    }
    let criterion = verdict.criterion
    let judged = VerdictTable.judgement(verdict, input.name)
    let was = input.from.standards[standard.id].flatMap { old -> String? in
      let before = self.verdict(factor, on: old, before).map {
        VerdictTable.judgement($0, input.name).text
      }
      guard let before, !before.hasSameBytes(as: judged.text) else { return nil }
      return ", was \(before)" + (old.group == standard.group ? "" : " in \(old.group.rawValue)")
    }
    return [
      Span("\(criterion.group.rawValue) asks for \(criterion.requirement.spaced): "), judged,
      Span("\(was ?? "") (\(criterion.basis))"),
    ]
  }

  private func verdict(_ factor: Factor, on standard: Standard, _ judge: Judge) -> Verdict? {
    judge.portfolio.criteria.criterion(named: "\(standard.group.rawValue).\(factor.rawValue)")
      .map { judge.verdict(on: standard, $0) }
  }
}
