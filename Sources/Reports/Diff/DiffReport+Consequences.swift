import PortfolioModel

extension DiffReport {
  /// What else is affected, by kind; or that nothing is.
  func consequences(_ report: inout Report) {
    let count = input.consequences.count
    report.section("consequences", "Consequences (\(count))") { section in
      guard count > 0 else {
        section.paragraph("Nothing else in the portfolio is affected.")
        return
      }
      var told: Set<String> = []
      for kind in Consequence.Kind.allCases where told.insert(kind.title).inserted {
        let own = input.consequences.filter { $0.kind.title == kind.title }
        guard !own.isEmpty else { continue }
        section.heading(3, kind.title)
        section.bullets(own.map { [Span($0.sentence)] })
      }
    }
  }

  /// Standards on the map, and the chains of supersession that the changes touch.
  func pictures(_ report: inout Report) {
    let changed = Set(
      input.differences.filter { $0.subject.kind == .standard }.map(\.subject.id))
    let map = AdoptionMap(from: input.from, to: input.to, changed: changed)
    let touched = Set(input.moves.map(\.standard))
    let chains = SupersessionChains(from: input.from, to: input.to, touched: touched)
    report.section("pictures", "Pictures") { section in
      if !map.dots.isEmpty { section.blocks.append(.picture(.map(map))) }
      if !chains.isEmpty { section.blocks.append(.picture(.chains(chains))) }
    }
  }
}
