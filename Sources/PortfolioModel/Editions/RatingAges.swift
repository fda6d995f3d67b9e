/// Since when each rating stands: when a proposal that rates or confirms it was accepted.
package struct RatingAges: Sendable {
  /// The ratings of one standard that stand for too long.
  package struct Line: Hashable, Sendable {
    package let standard: Identifier
    package let name: String
    /// Nil where the rating is as it was published.
    package let factors: [(factor: Factor, since: CalendarDate?)]

    package static func == (lhs: Line, rhs: Line) -> Bool {
      lhs.standard == rhs.standard && lhs.phrase == rhs.phrase
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(standard) }

    /// "Code set: maturity and tooling since 2020-03-01; product adoption as published"
    package var phrase: String {
      var parts: [(since: CalendarDate?, factors: [String])] = []
      for (factor, since) in factors {
        if let index = parts.firstIndex(where: { $0.since == since }) {
          parts[index].factors.append(factor.phrase)
        } else {
          parts.append((since, [factor.phrase]))
        }
      }
      let texts = parts.map { since, factors in
        (parts.count == 1 && factors.count == Factor.allCases.count ? "all" : factors.conjunction)
          + (since.map { " since \($0)" } ?? " as published")
      }
      return "\(name): \(texts.joined(separator: "; "))"
    }
  }

  private let portfolio: Portfolio
  private var days: [Identifier: [Factor: CalendarDate]] = [:]

  package init(_ portfolio: Portfolio, _ proposals: [ProposalEntry]) {
    self.portfolio = portfolio
    let accepted = proposals.compactMap { entry -> (day: CalendarDate, proposal: Proposal)? in
      guard let day = entry.state?.accepted?.date, let proposal = entry.proposal else { return nil }
      return (day, proposal)
    }
    for (day, proposal) in accepted.sorted(by: {
      ($0.day, $0.proposal.number) < ($1.day, $1.proposal.number)
    }) {
      for change in proposal.changes where change.subject.kind == .standard { note(change, day) }
    }
  }

  private mutating func note(_ change: Change, _ day: CalendarDate) {
    let id = change.subject.id
    switch change.action {
    case .rename(let new): days[new] = days.removeValue(forKey: id)
    case .add: for factor in Factor.allCases { days[id, default: [:]][factor] = day }
    case .confirm(let factors): for factor in factors { days[id, default: [:]][factor] = day }
    case .set(let fields):
      for field in fields {
        let steps = FieldPath(field.field).steps.filter { !$0.hasSameBytes(as: "assessment") }
        if let factor = steps.first.flatMap(Factor.init) { days[id, default: [:]][factor] = day }
      }
    default: break
    }
  }

  /// The ratings that stand since before a day, in the order of the tables.
  package func lines(before day: CalendarDate) -> [Line] {
    portfolio.inTableOrder.compactMap { standard in
      let factors = Factor.allCases.compactMap { factor -> (Factor, CalendarDate?)? in
        guard standard.assessment[factor] != nil else { return nil }
        let since = days[standard.id]?[factor]
        return since.map { $0 < day } ?? true ? (factor, since) : nil
      }
      guard !factors.isEmpty else { return nil }
      return Line(
        standard: standard.id, name: standard.briefName,
        factors: factors.map { (factor: $0.0, since: $0.1) })
    }
  }
}
