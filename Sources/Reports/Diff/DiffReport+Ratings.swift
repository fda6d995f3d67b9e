import PortfolioModel

extension DiffReport {
  /// Ratings that change, identical changes together; then what was confirmed.
  func ratings(_ report: inout Report) {
    let ratings = input.differences.filter { $0.kind == .set && $0.factor != nil }
    report.section("ratings", "Reassessed (\(ratings.count))") { section in
      section.entries(
        ["standard", "rating", "was", "is", "criterion"],
        grouped(ratings).map { group in
          Report.EntryRow(
            entry: entry("rating", group.all),
            cells: [
              [Span(group.names)], [Span(rating(group.first))],
              [Span(group.first.from?.phrase ?? "absent", .removed)],
              [Span(group.first.to?.phrase ?? "absent", .added)], [criterion(group.first)],
            ])
        })
    }
    let confirmed = input.differences(of: .confirm, .standard)
    report.section("confirmed", "Confirmed: reassessed, unchanged (\(confirmed.count))") {
      section in
      section.entries(
        ["standard", "rating", "stays"],
        grouped(confirmed).map { group in
          Report.EntryRow(
            entry: entry("confirmation", group.all),
            cells: [
              [Span(group.names)], [Span(rating(group.first))],
              [Span(group.first.to?.phrase ?? "absent")],
            ])
        })
    }
  }

  private func rating(_ difference: Difference) -> String {
    let steps = FieldPath(difference.field ?? "").steps.dropFirst(2)
    let detail = steps.last.map { " (\($0))" } ?? ""
    return (difference.factor?.phrase ?? difference.field ?? "") + detail
  }

  /// Whether the new rating meets its criterion.
  func criterion(_ difference: Difference) -> Span {
    guard let factor = difference.factor,
      let standard = input.to.standards[difference.subject.id]
    else { return Span("") }
    let name = "\(standard.group.rawValue).\(factor.rawValue)"
    guard let criterion = input.to.criteria.criterion(named: name) else {
      return Span("no criterion", .dim)
    }
    let verdict = Judge(input.to).verdict(on: standard, criterion)
    let judged = VerdictTable.judgement(verdict)
    return Span("\(name): \(judged.text)", judged.role)
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
